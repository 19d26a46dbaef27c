using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace CrmExtensions.Proof;

/// <summary>The place in a recording, as people write it: mm:ss or h:mm:ss, in digits of any width.</summary>
public static class StartTime
{
    private const int Minute = 60;
    private const int Hour = 3600;

    private static readonly Regex Written = new("^(?:([0-9]{1,2}):([0-5]?[0-9])|([0-9]{1,3})):([0-5][0-9])$", RegexOptions.CultureInvariant);

    /// <summary>The seconds from the beginning; empty where the text is no such time. Minutes without hours may pass 59.</summary>
    public static int? SecondsOf(string text)
    {
        var match = Written.Match(Narrow(text.Trim()));
        return match.Success
            ? Number(match.Groups[1]) * Hour + (Number(match.Groups[2]) + Number(match.Groups[3])) * Minute + Number(match.Groups[4])
            : null;
    }

    /// <summary>mm:ss below an hour, else h:mm:ss.</summary>
    public static string Format(int seconds)
    {
        var rest = $"{seconds / Minute % Minute:00}:{seconds % Minute:00}";
        return seconds < Hour ? rest : (seconds / Hour).ToString(CultureInfo.InvariantCulture) + ":" + rest;
    }

    // Only the letters that a time is written in: the rest may be anything, and normalisation fails on some of it.
    private static string Narrow(string text)
    {
        const int gap = '０' - '0';
        var narrow = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            narrow.Append(letter is >= '０' and <= '：' ? (char)(letter - gap) : letter);
        }

        return narrow.ToString();
    }

    private static int Number(Group group) => group.Success ? int.Parse(group.Value, CultureInfo.InvariantCulture) : 0;
}
