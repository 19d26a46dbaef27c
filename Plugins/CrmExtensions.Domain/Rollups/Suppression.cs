using CrmExtensions.Settings;

namespace CrmExtensions.Rollups;

/// <summary>Which figures of a period are hidden, so that no small group of deals can be read or worked out (product.md 10).</summary>
public static class Suppression
{
    // The dimensions of which every deal has exactly one value: only there do the values add up to the total, so only
    // there can a hidden value be worked out from its siblings.
    private static readonly Dimension[] SingleValued = [Dimension.Industry, Dimension.BusinessUnit];

    /// <summary>What is hidden of each slice of the book; a slice that is absent hides nothing.</summary>
    public static IReadOnlyDictionary<Slice, HiddenParts> Of(TallyBook book, Policy policy)
    {
        var counts = HiddenIn(book, policy, tally => tally.Deals < policy.HiddenBelow);
        var money = HiddenIn(book, policy, tally => IsFew(tally.Won, policy) || IsFew(tally.Lost, policy));
        return book.Slices.ToDictionary(slice => slice, slice => new HiddenParts(counts.Contains(slice), money.Contains(slice)));
    }

    private static bool IsFew(int deals, Policy policy) => deals != 0 && deals < policy.HiddenBelow;

    private static HashSet<Slice> HiddenIn(TallyBook book, Policy policy, Func<Tally, bool> isSmall)
    {
        var alive = book.Slices.Where(slice => book[slice].Deals > 0).ToList();
        var hidden = new HashSet<Slice>(alive.Where(slice => isSmall(book[slice])));
        foreach (var dimension in SingleValued)
        {
            HideSiblings(book, policy, alive.FindAll(slice => slice.Dimension == dimension), hidden);
        }

        return hidden;
    }

    // While the hidden ones together are under the limit, or are only one, the total gives them away: the next smallest joins them.
    private static void HideSiblings(TallyBook book, Policy policy, List<Slice> siblings, HashSet<Slice> hidden)
    {
        var together = siblings.Where(hidden.Contains).ToList();
        var next = new Queue<Slice>(siblings
            .Where(slice => !hidden.Contains(slice))
            .OrderBy(slice => book[slice].Deals)
            .ThenBy(slice => book.LabelOf(slice), StringComparer.Ordinal)
            .ThenBy(slice => slice.Value, StringComparer.Ordinal));
        while (together.Count > 0 && next.Count > 0 && (together.Count == 1 || together.Sum(slice => book[slice].Deals) < policy.HiddenBelow))
        {
            together.Add(next.Dequeue());
        }

        hidden.UnionWith(together);
    }
}
