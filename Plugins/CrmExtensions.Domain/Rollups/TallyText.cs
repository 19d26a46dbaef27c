using System.Globalization;

namespace CrmExtensions.Rollups;

/// <summary>The parts of a tally's stored form.</summary>
internal sealed class TallyText
{
    private static readonly string[] CountNames = NamesOf(typeof(Count));
    private static readonly string[] ScaleNames = NamesOf(typeof(Scale));

    private readonly string text;
    private readonly Dictionary<string, decimal> numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Histogram> histograms = new(StringComparer.Ordinal);

    private TallyText(string text) => this.text = text;

    public static string NameOf(Count count) => CountNames[(int)count];

    public static string NameOf(Scale scale) => ScaleNames[(int)scale];

    /// <exception cref="FormatException">A part is no name=number, or stands twice.</exception>
    public static TallyText Read(string text)
    {
        var parts = new TallyText(text);
        foreach (var part in text.Split([';'], StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=')))
        {
            if (part.Length != 2 || parts.Has(part[0]) || !parts.TryAdd(part[0], part[1]))
            {
                throw parts.Malformed();
            }
        }

        return parts;
    }

    public decimal Sum(string name) => numbers.TryGetValue(name, out var value) ? value : 0m;

    public int Count(string name)
    {
        var value = Sum(name);
        return value >= 0 && value <= int.MaxValue && value == decimal.Truncate(value) ? (int)value : throw Malformed();
    }

    public Histogram Histogram(string name) => histograms.TryGetValue(name, out var histogram) ? histogram : new Histogram();

    private bool Has(string name) => numbers.ContainsKey(name) || histograms.ContainsKey(name);

    private bool TryAdd(string name, string value)
    {
        if (ScaleNames.Contains(name))
        {
            var histogram = Rollups.Histogram.TryParse(value);
            if (histogram is not null)
            {
                histograms.Add(name, histogram);
            }

            return histogram is not null;
        }

        var isNumber = decimal.TryParse(value, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number);
        if (isNumber)
        {
            numbers.Add(name, number);
        }

        return isNumber;
    }

    private FormatException Malformed() => new($"'{text}' is not a tally; expected something like won=3;lost=2;wonvalue=1200.00;lostvalue=80.50.");

    private static string[] NamesOf(Type names) => [.. Enum.GetNames(names).Select(name => name.ToLowerInvariant())];
}
