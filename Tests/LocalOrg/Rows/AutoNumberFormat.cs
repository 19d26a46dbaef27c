using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using CrmExtensions.Local.Faults;

namespace CrmExtensions.Local.Rows;

/// <summary>What an autonumber is composed of: a number, random letters, times, and text as it stands (PD/create-auto-number-attributes.md).</summary>
internal static partial class AutoNumberFormat
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const int MostLetters = 6;

    /// <summary>The next text.</summary>
    /// <exception cref="System.ServiceModel.FaultException">The format is wrong, which shows only now, as on the platform.</exception>
    public static string Fill(string format, long number, DateTime now, Func<Guid> newId) => Token().Replace(format, token =>
    {
        var argument = token.Groups[2].Value;
        return token.Groups[1].Value switch
        {
            "SEQNUM" => number.ToString("D" + Length(argument, int.MaxValue), CultureInfo.InvariantCulture),
            "DATETIMEUTC" => now.ToString(argument, CultureInfo.InvariantCulture),
            _ => RandomText(Length(argument, MostLetters), newId()),
        };
    });

    /// <summary>Reads the number back from a text of the format; nothing from any other.</summary>
    public static Func<string, long?> Reader(string format)
    {
        var pattern = new Regex($"^{PatternOf(format)}$", RegexOptions.CultureInvariant | RegexOptions.Singleline);
        return text => long.TryParse(pattern.Match(text).Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    private static string PatternOf(string format)
    {
        var pattern = "";
        var from = 0;
        foreach (Match token in Token().Matches(format))
        {
            pattern += Regex.Escape(format[from..token.Index]) + token.Groups[1].Value switch
            {
                "SEQNUM" => @"(?<number>\d+)",
                "DATETIMEUTC" => ".+?",
                _ => $"[A-Z0-9]{{{token.Groups[2].Value}}}",
            };
            from = token.Index + token.Length;
        }

        return pattern + Regex.Escape(format[from..]);
    }

    private static int Length(string text, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length > 0 && length <= most ? length : throw DataFaults.InvalidArgument();

    private static string RandomText(int length, Guid seed) =>
        string.Concat(SHA256.HashData(seed.ToByteArray()).Take(length).Select(part => Letters[part % Letters.Length]));

    [GeneratedRegex(@"\{(SEQNUM|RANDSTRING|DATETIMEUTC):([^{}]+)\}")]
    private static partial Regex Token();
}
