namespace CrmExtensions.Rollups;

/// <summary>The tallies of one period, one a slice, with the newest label seen for each.</summary>
public sealed class TallyBook
{
    private readonly Dictionary<Slice, Tally> tallies = [];
    private readonly Dictionary<Slice, string> labels = [];

    public IEnumerable<Slice> Slices => tallies.Keys;

    public Tally this[Slice slice] => tallies.TryGetValue(slice, out var tally) ? tally : Tally.Zero;

    public string LabelOf(Slice slice) => labels.TryGetValue(slice, out var label) ? label : "";

    public void Add(Deal deal)
    {
        var tally = Tally.Of(deal);
        foreach (var named in deal.Slices())
        {
            Add(named.Slice, named.Label, tally);
        }
    }

    public void Add(Slice slice, string label, Tally tally)
    {
        tallies[slice] = this[slice] + tally;
        labels[slice] = label;
    }
}
