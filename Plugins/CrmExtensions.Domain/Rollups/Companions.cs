namespace CrmExtensions.Rollups;

/// <summary>
/// Hides, beside what is small, as much as it takes that nothing hidden can be worked out from totals: in every family the
/// hidden ones are none, or at least two that together reach the limit, and none follows from all families taken together.
/// </summary>
internal sealed class Companions(TallyBook book, Func<Slice, int> weight, int limit)
{
    /// <summary>Adds companions to the hidden ones until no family, and no number of families, gives one away.</summary>
    /// <param name="alive">The slices that have something to show.</param>
    /// <param name="families">What adds up to what.</param>
    /// <param name="hidden">Grows.</param>
    public void Join(IReadOnlyList<Slice> alive, IReadOnlyList<Family> families, HashSet<Slice> hidden)
    {
        var several = new HashSet<Dimension>(alive.Where(slice => !slice.IsPair && !slice.IsUnknown).GroupBy(slice => slice.Dimension).Where(values => values.Skip(1).Any()).Select(values => values.Key));
        int before;
        do
        {
            before = hidden.Count;
            foreach (var family in families)
            {
                Join(family, hidden);
            }

            HideInside(alive, hidden);
            if (Company(families, hidden, several) is { } company)
            {
                hidden.Add(company);
            }
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

    // Two hidden in every family are not always enough: pairs tie the families of two dimensions together, so that one hidden
    // total can follow from another. Whoever does gets the nearest visible one as company, until none follows.
    private Slice? Company(IReadOnlyList<Family> families, HashSet<Slice> hidden, HashSet<Dimension> several) =>
        Smallest(new Equations(families, hidden).Solved().Where(slice => IsSecret(slice, several)))
            .Select(secret => Nearest(secret, families, hidden))
            .FirstOrDefault(company => company is not null);

    // The only value of a dimension is the total itself; how many have no known value is told by the shares of those that do.
    private static bool IsSecret(Slice slice, HashSet<Dimension> several) =>
        several.Contains(slice.Dimension) && (!slice.IsPair || several.Contains(slice.Dimension2)) && !(slice.IsUnknown && Dimensions.IsDistribution(slice.Dimension));

    private Slice? Nearest(Slice secret, IReadOnlyList<Family> families, HashSet<Slice> hidden)
    {
        var reached = new HashSet<Slice> { secret };
        var rest = families.Where(family => family.AddsUp).ToList();
        while (true)
        {
            var touched = rest.FindAll(family => Whole(family).Any(reached.Contains));
            var visible = Smallest(touched.SelectMany(family => family.Members).Where(slice => !hidden.Contains(slice)))
                .Concat(Smallest(touched.SelectMany(Whole).Where(slice => !hidden.Contains(slice))))
                .ToList();
            if (visible.Count > 0 || touched.Count == 0)
            {
                return visible.Count > 0 ? visible[0] : null;
            }

            rest.RemoveAll(touched.Contains);
            reached.UnionWith(touched.SelectMany(Whole));
        }
    }

    private static IEnumerable<Slice> Whole(Family family) => family.Margin is { } margin ? family.Members.Concat([margin]) : family.Members;

    private IEnumerable<Slice> Smallest(IEnumerable<Slice> slices) => slices
        .OrderBy(weight)
        .ThenBy(book.LabelOf, StringComparer.OrdinalIgnoreCase)
        .ThenBy(slice => slice.Value, StringComparer.Ordinal)
        .ThenBy(book.Label2Of, StringComparer.OrdinalIgnoreCase)
        .ThenBy(slice => slice.Value2, StringComparer.Ordinal);
}
