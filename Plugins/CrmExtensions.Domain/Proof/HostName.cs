using System.Globalization;

namespace CrmExtensions.Proof;

/// <summary>A host as the network sees it, so that one name has one spelling.</summary>
internal static class HostName
{
    /// <summary>In lower-case ASCII, international names as punycode; empty for what is no host name.</summary>
    public static string? Ascii(string name)
    {
        try
        {
            var ascii = new IdnMapping().GetAscii(name.TrimEnd('.')).ToLowerInvariant();
            return ascii.All(IsLetterOfHosts) ? ascii : null;
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    /// <summary>Whether the host is the allowed one or below it. "*.example.com" is "example.com"; a name without a dot has nothing below it.</summary>
    public static bool IsCovered(string host, string allowed)
    {
        var entry = Ascii(allowed.Trim().TrimStart('*', '.'));
        return entry is not null && (host == entry || IsDomain(entry) && host.EndsWith("." + entry, StringComparison.Ordinal));
    }

    private static bool IsDomain(string name) => name.IndexOf('.') >= 0 && Uri.CheckHostName(name) == UriHostNameType.Dns;

    private static bool IsLetterOfHosts(char letter) => letter is >= 'a' and <= 'z' or >= '0' and <= '9' or '-' or '.';
}
