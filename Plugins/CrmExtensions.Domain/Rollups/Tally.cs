using System.Text;
using CrmExtensions.Closing;

namespace CrmExtensions.Rollups;

/// <summary>The raw counts, sums and histograms of a set of deals. Addition is commutative and associative and <see cref="Zero"/> is neutral, so any order of adding gives the same.</summary>
public sealed class Tally : IEquatable<Tally>
{
    private static readonly Count[] Counts = (Count[])Enum.GetValues(typeof(Count));
    private static readonly Scale[] Scales = (Scale[])Enum.GetValues(typeof(Scale));

    private readonly int[] counts = new int[Counts.Length];
    private readonly Histogram[] histograms = [.. Scales.Select(_ => new Histogram())];

    public Tally(int won, int lost, decimal wonValue, decimal lostValue)
    {
        counts[(int)Count.Won] = won;
        counts[(int)Count.Lost] = lost;
        WonValue = wonValue;
        LostValue = lostValue;
    }

    private Tally()
    {
    }

    public static Tally Zero { get; } = new();

    /// <summary>Deals won.</summary>
    public int Won => this[Count.Won];

    /// <summary>Deals lost.</summary>
    public int Lost => this[Count.Lost];

    /// <summary>Sum of won values, base currency.</summary>
    public decimal WonValue { get; private set; }

    /// <summary>Sum of lost values, base currency, estimated.</summary>
    public decimal LostValue { get; private set; }

    /// <summary>All deals.</summary>
    public int Deals => Won + Lost;

    public int this[Count count] => counts[(int)count];

    public Histogram this[Scale scale] => histograms[(int)scale];

    /// <summary>A tally of one deal: what is true of it, its value, its numbers.</summary>
    public static Tally Of(Outcome outcome, decimal value, IEnumerable<Count> marks, int? hearingDays = null, int? completionDays = null, int? score = null)
    {
        var tally = outcome == Outcome.Won ? new Tally(1, 0, value, 0m) : new Tally(0, 1, 0m, value);
        foreach (var mark in marks)
        {
            tally.counts[(int)mark] = 1;
        }

        tally.histograms[(int)Scale.HearingDays] = Histogram.Of(hearingDays);
        tally.histograms[(int)Scale.CompletionDays] = Histogram.Of(completionDays);
        tally.histograms[(int)Scale.Score] = Histogram.Of(score);
        return tally;
    }

    public static Tally operator +(Tally left, Tally right) => Add(left, right);

    public static bool operator ==(Tally? left, Tally? right) => left is null ? right is null : left.Equals(right);

    public static bool operator !=(Tally? left, Tally? right) => !(left == right);

    /// <summary>The sum, for languages without operators.</summary>
    public static Tally Add(Tally left, Tally right)
    {
        var sum = left.Copy();
        sum.Take(right);
        return sum;
    }

    /// <summary>The same with one more mark.</summary>
    public Tally With(Count mark)
    {
        var marked = Copy();
        marked.counts[(int)mark]++;
        return marked;
    }

    public bool Equals(Tally? other) => other is not null
        && counts.SequenceEqual(other.counts) && WonValue == other.WonValue && LostValue == other.LostValue && histograms.SequenceEqual(other.histograms);

    public override bool Equals(object? obj) => Equals(obj as Tally);

    public override int GetHashCode() => (((Won * 397) ^ Lost) * 397) ^ WonValue.GetHashCode();

    public override string ToString() => ToText();

    /// <summary>
    /// The stored form, such as <c>won=3;lost=2;wonvalue=1200.00;lostvalue=80.50;completed=4;hearingdays=3:1,14:3</c>: the
    /// deals and their value always, the rest where it is not nought; invariant culture.
    /// </summary>
    public string ToText()
    {
        var text = new StringBuilder(FormattableString.Invariant($"won={Won};lost={Lost};wonvalue={WonValue:0.00##};lostvalue={LostValue:0.00##}"));
        foreach (var count in Counts.Where(count => count is not (Count.Won or Count.Lost) && this[count] != 0))
        {
            text.Append(FormattableString.Invariant($";{TallyText.NameOf(count)}={this[count]}"));
        }

        foreach (var scale in Scales.Where(scale => this[scale].N > 0))
        {
            text.Append(';').Append(TallyText.NameOf(scale)).Append('=').Append(this[scale].ToText());
        }

        return text.ToString();
    }

    /// <summary>Reads the stored form back; names it does not know are passed over, names that are missing count as zero.</summary>
    /// <exception cref="FormatException">A part is no name=number, stands twice, or is no count or histogram where one is due.</exception>
    public static Tally Parse(string text)
    {
        var parts = TallyText.Read(text);
        var tally = new Tally { WonValue = parts.Sum("wonvalue"), LostValue = parts.Sum("lostvalue") };
        foreach (var count in Counts)
        {
            tally.counts[(int)count] = parts.Count(TallyText.NameOf(count));
        }

        foreach (var scale in Scales)
        {
            tally.histograms[(int)scale].Take(parts.Histogram(TallyText.NameOf(scale)));
        }

        return tally;
    }

    /// <summary>Adds in place: of sums nobody else has seen.</summary>
    internal void Take(Tally other)
    {
        for (var i = 0; i < counts.Length; i++)
        {
            counts[i] += other.counts[i];
        }

        WonValue += other.WonValue;
        LostValue += other.LostValue;
        for (var i = 0; i < histograms.Length; i++)
        {
            histograms[i].Take(other.histograms[i]);
        }
    }

    private Tally Copy()
    {
        var copy = new Tally();
        copy.Take(this);
        return copy;
    }
}
