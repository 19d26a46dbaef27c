namespace CrmExtensions.Insights;

/// <summary>What is read of a telephone number so far: 03-1234-5678 has ten digits in the groups 2, 4, 4.</summary>
internal readonly record struct PhoneNumber
{
    private const int LongestInternational = 15;
    private const int ShortestInternational = 8;

    private string Written { get; init; }

    public int Digits { get; private init; }

    /// <summary>Lengths of the groups.</summary>
    private string Groups { get; init; }

    private bool HasSpaces { get; init; }

    private bool HasHyphens { get; init; }

    private bool IsOpen { get; init; }

    public PhoneNumber With(char digit)
    {
        var groups = Groups ?? "";
        var last = groups.Length - 1;
        var longer = IsOpen ? groups.Substring(0, last) + (char)(groups[last] + 1) : groups + '1';
        return this with { Written = Written + digit, Digits = Digits + 1, Groups = longer, IsOpen = true };
    }

    public PhoneNumber Joined(char separator) => this with
    {
        Written = Digits == 0 ? separator.ToString() : Written,
        IsOpen = false,
        HasSpaces = HasSpaces || separator == ' ',
        HasHyphens = HasHyphens || Script.IsHyphen(separator) || separator is '/' or '.',
    };

    /// <summary>Whether its digits and groups are those of a telephone number.</summary>
    public static bool IsOne(PhoneNumber number) => number.Written[0] == '+'
        ? number.Digits is >= ShortestInternational and <= LongestInternational
        : number.IsNational() || number.IsAmerican() || number.IsWithoutPlus();

    // 2026-06-12 10 has a space and hyphens, and is none.
    private bool IsNational() => Digits is 9 or 10 or 11 && Trunk() == '0' && !(HasSpaces && HasHyphens && Written[0] != '(')
        && (Groups.Length == 1 ? Digits >= 10 : Groups[0] >= '2');

    private bool IsAmerican() => Groups is "334" or "1334";

    private bool IsWithoutPlus() => Groups.Length >= 3 && Digits is 11 or 12 && Written.StartsWith("81", StringComparison.Ordinal);

    private char Trunk() => Written[0] is '(' && Written.Length > 1 ? Written[1] : Written[0];
}
