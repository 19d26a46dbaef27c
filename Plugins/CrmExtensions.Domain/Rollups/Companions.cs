namespace CrmExtensions.Rollups;

/// <summary>
/// Hides, beside what is small, as much as it takes that nothing hidden can be worked out from a total: in every family the
/// hidden ones are none, or at least two that together reach the limit.
/// </summary>
internal sealed class Companions(TallyBook book, Func<Slice, int> weight, int limit)
{
    /// <summary>Adds companions to the hidden ones until no family gives one away.</summary>
    /// <param name="alive">The slices that have something to show.</param>
    /// <param name="families">What adds up to what.</param>
    /// <param name="hidden">Grows.</param>
    public void Join(IReadOnlyList<Slice> alive, IReadOnlyList<Family> families, HashSet<Slice> hidden)
    {
        int before;
        do
        {
            before = hidden.Count;
            foreach (var family in families)
            {
                Join(family, hidden);
            }

            HideInside(alive, hidden);
            HideBridges(alive, hidden);
        }
        while (hidden.Count != before);
    }

    // While the hidden ones together are under the limit, or are only one, the total gives them away: the next smallest joins
    // them, and where nobody is left to join a line of a pair, its total.
    private void Join(Family family, HashSet<Slice> hidden)
    {
        var together = family.Members.Where(hidden.Contains).ToList();
        if (together.Count == 0)
        {
            return;
        }

        var next = new Queue<Slice>(Smallest(family.Members.Where(slice => !hidden.Contains(slice))));
        while (next.Count > 0 && GivesAway(together))
        {
            together.Add(next.Dequeue());
        }

        hidden.UnionWith(together);
        if (family.Margin is { } margin && GivesAway(together))
        {
            hidden.Add(margin);
        }
    }

    private bool GivesAway(List<Slice> together) => together.Count == 1 || together.Sum(weight) < limit;

    // The cells of a hidden value would add up to it.
    private static void HideInside(IReadOnlyList<Slice> alive, HashSet<Slice> hidden) =>
        hidden.UnionWith(alive.Where(slice => slice.IsPair && (hidden.Contains(slice.Outer) || hidden.Contains(slice.Inner))).ToList());

    // Where both sides of a pair are single-valued, two hidden cells in each line are not enough: a cell that is the only link
    // between two groups of hidden ones follows from the totals of one group.
    private void HideBridges(IReadOnlyList<Slice> alive, HashSet<Slice> hidden)
    {
        foreach (var pair in Dimensions.Pairs.Where(pair => Dimensions.IsSingleValued(pair.First) && Dimensions.IsSingleValued(pair.Second) && !Dimensions.HasPublicCounts(pair.First)))
        {
            var cells = Families.Cells(alive, pair);
            while (Bridges.First(cells.FindAll(hidden.Contains), hidden) is { } bridge)
            {
                var visible = Smallest(cells.Where(cell => !hidden.Contains(cell) && (cell.Outer == bridge.Outer || cell.Inner == bridge.Inner))).ToList();
                hidden.Add(visible.Count > 0 ? visible[0] : bridge.Outer);
            }
        }
    }

    private IEnumerable<Slice> Smallest(IEnumerable<Slice> slices) => slices
        .OrderBy(weight)
        .ThenBy(book.LabelOf, StringComparer.OrdinalIgnoreCase)
        .ThenBy(slice => slice.Value, StringComparer.Ordinal)
        .ThenBy(book.Label2Of, StringComparer.OrdinalIgnoreCase)
        .ThenBy(slice => slice.Value2, StringComparer.Ordinal);
}
