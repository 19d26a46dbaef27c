using System.Globalization;

namespace CrmExtensions.Local.Replay.Recount;

/// <summary>How far the stored roll-ups are from the recount: missing, surplus and differing cells count one each. Nought is the only good answer.</summary>
internal static class Drift
{
    // Stored rates have six decimals.
    private const decimal Tolerance = 0.000001m;

    public static IReadOnlyList<string> Of(
        IReadOnlyDictionary<SliceName, Deals> count,
        IReadOnlyDictionary<SliceName, string> tallies,
        IReadOnlyDictionary<SliceName, IReadOnlyList<Cell>> shown)
    {
        var expected = ExpectedCells.Of(count);
        return [.. TallyDifferences(count, tallies), .. CellDifferences(expected, shown)];
    }

    private static IEnumerable<string> TallyDifferences(IReadOnlyDictionary<SliceName, Deals> count, IReadOnlyDictionary<SliceName, string> tallies)
    {
        foreach (var slice in count.Keys.Union(tallies.Keys))
        {
            var expected = ExpectedTally.Of(slice, count.GetValueOrDefault(slice) ?? new Deals());
            var stored = Parse(tallies.GetValueOrDefault(slice, ""));
            foreach (var part in expected.Keys.Union(stored.Keys))
            {
                var (found, wanted) = (stored.GetValueOrDefault(part), expected.GetValueOrDefault(part));
                if (found != wanted)
                {
                    yield return FormattableString.Invariant($"{slice}: tally {part} is {found}, should be {wanted}");
                }
            }
        }
    }

    private static Dictionary<string, decimal> Parse(string tally) => tally
        .Split(';', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('='))
        .ToDictionary(part => part[0], part => decimal.TryParse(part[1], NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : -1m);

    private static IEnumerable<string> CellDifferences(
        IReadOnlyDictionary<SliceName, IReadOnlyList<Cell>> expected,
        IReadOnlyDictionary<SliceName, IReadOnlyList<Cell>> shown)
    {
        foreach (var slice in expected.Keys.Union(shown.Keys))
        {
            var wanted = expected.GetValueOrDefault(slice, []).ToDictionary(cell => cell.Measure);
            var found = shown.GetValueOrDefault(slice, []).ToDictionary(cell => cell.Measure);
            foreach (var measure in wanted.Keys.Union(found.Keys))
            {
                var left = found.GetValueOrDefault(measure);
                var right = wanted.GetValueOrDefault(measure);
                if (!Same(left, right))
                {
                    yield return FormattableString.Invariant($"{slice}: {left?.ToString() ?? measure + " missing"}, should be {right?.ToString() ?? "absent"}");
                }
            }
        }
    }

    private static bool Same(Cell? left, Cell? right) => left is not null && right is not null
        && left.IsSuppressed == right.IsSuppressed && left.N == right.N
        && left.Numerator == right.Numerator && left.Denominator == right.Denominator
        && Near(left.Value, right.Value) && Near(left.Low, right.Low) && Near(left.High, right.High);

    private static bool Near(decimal? left, decimal? right) =>
        left is null || right is null ? left is null && right is null : Math.Abs(left.Value - right.Value) <= Tolerance;
}
