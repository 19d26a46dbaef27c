using System.Globalization;

namespace CrmExtensions.Insights;

/// <summary>The value of a written number, digits and kanji mixed.</summary>
internal sealed class NumeralValue
{
    private const string Digits = "〇一二三四五六七八九";

    private static readonly Dictionary<char, decimal> SmallUnits = new() { ['十'] = 10, ['百'] = 100, ['千'] = 1_000 };
    private static readonly Dictionary<char, decimal> LargeUnits = new() { ['万'] = 10_000, ['億'] = 100_000_000, ['兆'] = 1_000_000_000_000 };

    private decimal total;
    private decimal section;
    private decimal? current;

    private NumeralValue(string written)
    {
        for (var at = 0; at < written.Length;)
        {
            at += Add(written, at);
        }
    }

    public static bool IsKanji(char c) => Digits.IndexOf(c) >= 0 || SmallUnits.ContainsKey(c) || LargeUnits.ContainsKey(c);

    /// <summary>Whether a number is counted in 万, 億 or 兆 and has digits, so that it is no saying (万一, 千万に).</summary>
    public static bool IsLarge(string written) => written.Any(LargeUnits.ContainsKey) && written.Any(Script.IsDigit);

    /// <summary>The value; empty where nobody would take it for a number (1.2.3, 億千億).</summary>
    public static decimal? Of(string written)
    {
        try
        {
            var number = new NumeralValue(written);
            return number.total + number.section + (number.current ?? 0);
        }
        catch (Exception e) when (e is OverflowException or FormatException)
        {
            return null;
        }
    }

    private int Add(string written, int at)
    {
        var c = written[at];
        if (Digits.IndexOf(c) is >= 0 and var digit)
        {
            current = ((current ?? 0) * 10) + digit;
        }
        else if (SmallUnits.TryGetValue(c, out var small))
        {
            section += (current ?? 1) * small;
            current = null;
        }
        else if (LargeUnits.TryGetValue(c, out var large))
        {
            total += (section + (current ?? (section == 0 ? 1 : 0))) * large;
            section = 0;
            current = null;
        }
        else
        {
            var length = written.Skip(at).TakeWhile(next => !IsKanji(next)).Count();
            current = decimal.Parse(written.Substring(at, length).Replace(",", ""), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
            return length;
        }

        return 1;
    }
}
