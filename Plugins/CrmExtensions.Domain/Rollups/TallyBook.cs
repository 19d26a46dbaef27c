namespace CrmExtensions.Rollups;

/// <summary>The tallies of one period, one a slice, with the newest labels seen for each.</summary>
public sealed class TallyBook
{
    private readonly Dictionary<Slice, Tally> tallies = [];
    private readonly Dictionary<Slice, NamedSlice> names = [];

    public IEnumerable<Slice> Slices => tallies.Keys;

    /// <summary>What has been added to a slice so far; not to be kept across further adding.</summary>
    public Tally this[Slice slice] => tallies.TryGetValue(slice, out var tally) ? tally : Tally.Zero;

    public string LabelOf(Slice slice) => names.TryGetValue(slice, out var named) ? named.Label : "";

    /// <summary>Of a pair: the label of its second value.</summary>
    public string Label2Of(Slice slice) => names.TryGetValue(slice, out var named) ? named.Label2 : "";

    public void Add(Deal deal)
    {
        foreach (var contribution in DealSlices.Of(deal))
        {
            Add(contribution.Named, contribution.Tally);
        }
    }

    public void Add(Slice slice, string label, Tally tally) => Add(new NamedSlice(slice, label), tally);

    public void Add(NamedSlice named, Tally tally)
    {
        // A sum of its own, added to in place: histograms of a hundred thousand deals would otherwise be copied for each.
        if (!tallies.TryGetValue(named.Slice, out var sum))
        {
            tallies[named.Slice] = sum = Tally.Add(Tally.Zero, Tally.Zero);
        }

        sum.Take(tally);
        names[named.Slice] = named;
    }
}
