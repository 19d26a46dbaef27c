using System.Globalization;
using CrmExtensions.Closing;

namespace CrmExtensions.Rollups;

/// <summary>The raw counts and sums of a set of deals. Addition is commutative and associative and <see cref="Zero"/> is neutral, so any order of adding gives the same.</summary>
/// <param name="Won">Deals won.</param>
/// <param name="Lost">Deals lost.</param>
/// <param name="WonValue">Sum of won values, base currency.</param>
/// <param name="LostValue">Sum of lost values, base currency.</param>
public sealed record Tally(int Won, int Lost, decimal WonValue, decimal LostValue)
{
    public static Tally Zero { get; } = new(0, 0, 0m, 0m);

    /// <summary>All deals.</summary>
    public int Deals => Won + Lost;

    public static Tally Of(Deal deal) => deal.Outcome == Outcome.Won
        ? new Tally(1, 0, deal.Value, 0m)
        : new Tally(0, 1, 0m, deal.Value);

    public static Tally operator +(Tally left, Tally right) =>
        new(left.Won + right.Won, left.Lost + right.Lost, left.WonValue + right.WonValue, left.LostValue + right.LostValue);

    /// <summary>The sum, for languages without operators.</summary>
    public static Tally Add(Tally left, Tally right) => left + right;

    /// <summary>The stored form, such as <c>won=3;lost=2;wonvalue=1200.00;lostvalue=80.50</c>; invariant culture.</summary>
    public string ToText() => FormattableString.Invariant($"won={Won};lost={Lost};wonvalue={WonValue:0.00##};lostvalue={LostValue:0.00##}");

    /// <summary>Reads the stored form back; names it does not know are passed over, names that are missing count as zero.</summary>
    /// <exception cref="FormatException">A part is no name=number, stands twice, or is no count where one is due.</exception>
    public static Tally Parse(string text)
    {
        var parts = new Dictionary<string, decimal>(StringComparer.Ordinal);
        foreach (var part in text.Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')))
        {
            if (part.Length != 2 || parts.ContainsKey(part[0])
                || !decimal.TryParse(part[1], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            {
                throw Malformed(text);
            }

            parts.Add(part[0], number);
        }

        decimal Sum(string name) => parts.TryGetValue(name, out var value) ? value : 0m;
        int Count(string name) => Sum(name) is var value && value >= 0 && value <= int.MaxValue && value == decimal.Truncate(value) ? (int)value : throw Malformed(text);
        return new Tally(Count("won"), Count("lost"), Sum("wonvalue"), Sum("lostvalue"));
    }

    private static FormatException Malformed(string text) => new($"'{text}' is not a tally; expected something like won=3;lost=2;wonvalue=1200.00;lostvalue=80.50.");
}
