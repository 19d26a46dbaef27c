namespace CrmExtensions.Local.Replay.Recount;

/// <summary>What every slice must show, from the recount: formulas and suppression of product.md 10, written a second time.</summary>
internal static class ExpectedCells
{
    private const int Few = 5;
    private const int CountsOnly = 10;
    private const double Z = 1.959964;

    public static Dictionary<SliceName, IReadOnlyList<Cell>> Of(IReadOnlyDictionary<SliceName, Deals> count)
    {
        var noCounts = Hidden(count, deals => deals.All < Few);
        var noMoney = Hidden(count, deals => deals.Won is > 0 and < Few || deals.Lost is > 0 and < Few);
        return count.ToDictionary(slice => slice.Key, slice => Cells(slice.Value, noCounts.Contains(slice.Key), noMoney.Contains(slice.Key)));
    }

    private static HashSet<SliceName> Hidden(IReadOnlyDictionary<SliceName, Deals> count, Func<Deals, bool> isFew)
    {
        var hidden = count.Where(slice => isFew(slice.Value)).Select(slice => slice.Key).ToHashSet();
        var families = count.Keys.Where(slice => slice.Dimension is "industry" or "businessunit").GroupBy(slice => (slice.Grain, slice.Start, slice.Dimension));
        foreach (var family in families)
        {
            var visible = new Queue<SliceName>(family
                .Where(slice => !hidden.Contains(slice))
                .OrderBy(slice => count[slice].All)
                .ThenBy(slice => slice.Label, StringComparer.Ordinal));
            var members = family.Where(hidden.Contains).ToList();
            while (visible.Count > 0 && members.Count > 0 && (members.Count < 2 || members.Sum(slice => count[slice].All) < Few))
            {
                members.Add(visible.Dequeue());
                hidden.Add(members[^1]);
            }
        }

        return hidden;
    }

    private static IReadOnlyList<Cell> Cells(Deals deals, bool noCounts, bool noMoney)
    {
        var n = noCounts ? (int?)null : deals.All;
        return
        [
            Figure("won", deals.Won, n, noCounts),
            Figure("lost", deals.Lost, n, noCounts),
            Figure("wonValue", deals.WonValue, n, noMoney),
            Figure("lostValue", deals.LostValue, n, noMoney),
            noCounts ? Nothing("winRate") : WinRate(deals),
            noMoney ? Nothing("winRateByValue") : ByValue(deals, n),
        ];
    }

    private static Cell Figure(string measure, decimal value, int? n, bool isHidden) =>
        isHidden ? Nothing(measure) : new Cell(measure, value, null, value, null, null, n, false);

    private static Cell WinRate(Deals deals)
    {
        if (deals.All < CountsOnly)
        {
            return new Cell("winRate", deals.Won, deals.All, null, null, null, deals.All, false);
        }

        var share = (double)deals.Won / deals.All;
        var square = Z * Z / deals.All;
        var middle = (share + (square / 2)) / (1 + square);
        var reach = Z / (1 + square) * Math.Sqrt((share * (1 - share) / deals.All) + (square / (4 * deals.All)));
        return new Cell("winRate", deals.Won, deals.All, (decimal)share, (decimal)(middle - reach), (decimal)(middle + reach), deals.All, false);
    }

    private static Cell ByValue(Deals deals, int? n)
    {
        var total = deals.WonValue + deals.LostValue;
        var share = deals.All < CountsOnly || total == 0 ? (decimal?)null : deals.WonValue / total;
        return new Cell("winRateByValue", deals.WonValue, total, share, null, null, n, false);
    }

    private static Cell Nothing(string measure) => new(measure, null, null, null, null, null, null, true);
}
