namespace CrmExtensions.Rollups;

/// <summary>What adds up to what in one period (product.md 10, suppression).</summary>
internal static class Families
{
    /// <summary>
    /// Counts and money: the values of each single-valued dimension; where the number of known ones is published, the known
    /// ones by themselves; and the lines of pairs along a single-valued dimension.
    /// </summary>
    public static IEnumerable<Family> OfCounts(IReadOnlyList<Slice> alive)
    {
        foreach (var dimension in Dimensions.SingleValued.Where(dimension => !Dimensions.HasPublicCounts(dimension)))
        {
            var siblings = Single(alive, dimension);
            yield return new Family(siblings, null);
            if (Dimensions.IsDistribution(dimension))
            {
                yield return new Family(siblings.FindAll(slice => !slice.IsUnknown), null);
            }
        }

        foreach (var pair in Dimensions.Pairs.Where(pair => !Dimensions.HasPublicCounts(pair.First)))
        {
            var cells = Cells(alive, pair);
            foreach (var line in Dimensions.IsSingleValued(pair.First) ? Lines(cells, slice => slice.Inner) : [])
            {
                yield return line with { AddsUp = IsAlwaysKnown(alive, pair.First) };
            }

            // How many stages are known within a segment is told by its upstream share.
            foreach (var line in Dimensions.IsSingleValued(pair.Second) ? Lines(cells, slice => slice.Outer) : [])
            {
                yield return line with { AddsUp = pair.Second == Dimension.Stage || IsAlwaysKnown(alive, pair.Second) };
            }
        }
    }

    /// <summary>Rates: the values of each single-valued dimension.</summary>
    public static IEnumerable<Family> OfRates(IReadOnlyList<Slice> alive) =>
        Dimensions.SingleValued.Select(dimension => new Family(Single(alive, dimension), null));

    /// <summary>Shares: the parts of each distribution, within the total and within each slice it is told of, and the lines across.</summary>
    public static IEnumerable<Family> OfShares(IReadOnlyList<Slice> alive)
    {
        foreach (var siblings in alive.Where(slice => !slice.IsPair).GroupBy(slice => slice.Dimension))
        {
            yield return new Family([.. siblings], null);
        }

        foreach (var pair in Dimensions.Pairs)
        {
            var cells = Cells(alive, pair);
            foreach (var line in Lines(cells, slice => slice.Outer).Concat(Lines(cells, slice => slice.Inner)))
            {
                yield return new Family(line.Members, null);
            }
        }
    }

    public static List<Slice> Cells(IEnumerable<Slice> alive, Pair pair) =>
        [.. alive.Where(slice => slice.Dimension == pair.First && slice.Dimension2 == pair.Second)];

    private static bool IsAlwaysKnown(IEnumerable<Slice> alive, Dimension dimension) => !alive.Contains(new Slice(dimension, ""));

    private static List<Slice> Single(IEnumerable<Slice> alive, Dimension dimension) =>
        [.. alive.Where(slice => slice.Dimension == dimension && !slice.IsPair)];

    private static IEnumerable<Family> Lines(IEnumerable<Slice> cells, Func<Slice, Slice> margin) =>
        cells.GroupBy(margin).Select(line => new Family([.. line], line.Key));
}
