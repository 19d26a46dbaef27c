using System.Globalization;
using System.Text;

namespace CrmExtensions.Rollups;

/// <summary>How often each whole number occurs: enough for exact medians and ranks, however many are added.</summary>
public sealed class Histogram : IEquatable<Histogram>
{
    private readonly SortedDictionary<int, int> counts = [];

    /// <summary>How many numbers.</summary>
    public int N { get; private set; }

    /// <summary>One number; none for nothing.</summary>
    public static Histogram Of(int? value)
    {
        var histogram = new Histogram();
        if (value is { } number)
        {
            histogram.Put(number, 1);
        }

        return histogram;
    }

    /// <summary>The middle value, of an even number the mean of the two in the middle; empty where there is none.</summary>
    public decimal? Median() => N == 0 ? null : (At((N + 1) / 2) + At((N / 2) + 1)) / 2m;

    /// <summary>The value at rank ceil(0.9 n), counted from the smallest; empty where there is none.</summary>
    public int? P90() => N == 0 ? null : At((int)(((9L * N) + 9) / 10));

    public bool Equals(Histogram? other) => other is not null && N == other.N && counts.SequenceEqual(other.counts);

    public override bool Equals(object? obj) => Equals(obj as Histogram);

    public override int GetHashCode() => N;

    /// <summary>The stored form, such as <c>-1:2,14:9</c>: value and how often.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var entry in counts)
        {
            text.Append(text.Length == 0 ? "" : ",").Append(entry.Key.ToString(CultureInfo.InvariantCulture)).Append(':').Append(entry.Value.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    /// <summary>Reads the stored form back; empty where it is malformed.</summary>
    public static Histogram? TryParse(string text)
    {
        var histogram = new Histogram();
        foreach (var entry in text.Split([','], StringSplitOptions.RemoveEmptyEntries).Select(entry => entry.Split(':')))
        {
            if (entry.Length != 2
                || !int.TryParse(entry[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                || !int.TryParse(entry[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                || count == 0 || histogram.counts.ContainsKey(value))
            {
                return null;
            }

            histogram.Put(value, count);
        }

        return histogram;
    }

    internal void Take(Histogram other)
    {
        foreach (var entry in other.counts)
        {
            Put(entry.Key, entry.Value);
        }
    }

    private void Put(int value, int count)
    {
        counts[value] = (counts.TryGetValue(value, out var before) ? before : 0) + count;
        N += count;
    }

    private int At(int rank)
    {
        foreach (var entry in counts)
        {
            rank -= entry.Value;
            if (rank <= 0)
            {
                return entry.Key;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(rank));
    }
}
