using CrmExtensions.Texts;

namespace CrmExtensions.Proof;

/// <summary>Where a link may lead: https, without credentials, to a host that the setting names (product.md 6, B9).</summary>
public static class EvidenceLink
{
    public const int Longest = 500;

    /// <summary>What is wrong with the link; empty where nothing is.</summary>
    /// <remarks>Whatever browsers and .NET might read differently is refused: backslashes, spaces, control characters, other ports.</remarks>
    public static Sentence? Judge(string url, IReadOnlyList<string> allowedHosts)
    {
        var link = url.Trim();
        if (link.Length > Longest)
        {
            return new Sentence(Text.LinkTooLong, Longest);
        }

        if (!IsPlain(link) || !Uri.TryCreate(link, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
        {
            return new Sentence(Text.LinkNotHttps);
        }

        return uri.UserInfo.Length > 0 || link.Split('/', '?', '#')[2].IndexOf('@') >= 0 ? new Sentence(Text.LinkWithCredentials) : JudgeHost(uri, allowedHosts);
    }

    private static Sentence? JudgeHost(Uri uri, IReadOnlyList<string> allowedHosts)
    {
        if (allowedHosts.All(string.IsNullOrWhiteSpace))
        {
            return new Sentence(Text.LinkNowhereAllowed);
        }

        var host = HostName.Ascii(uri.Host);
        return host is not null && uri.IsDefaultPort && allowedHosts.Any(allowed => HostName.IsCovered(host, allowed))
            ? null
            : new Sentence(Text.LinkHostNotAllowed, uri.Authority, allowedHosts);
    }

    private static bool IsPlain(string link) =>
        link.StartsWith("https://", StringComparison.OrdinalIgnoreCase)
        && !link.Any(letter => letter == '\\' || char.IsControl(letter) || char.IsWhiteSpace(letter));
}
