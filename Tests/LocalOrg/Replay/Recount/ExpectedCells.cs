namespace CrmExtensions.Local.Replay.Recount;

/// <summary>What every slice must show, from the recount: formulas and suppression of product.md 10, written a second time.</summary>
internal static class ExpectedCells
{
    private const int Few = 5;
    private const int CountsOnly = 10;

    private static readonly string[] ManyValued = ["all", "competitor", "reason", "reasoncategory"];

    public static Dictionary<SliceName, IReadOnlyList<Cell>> Of(IReadOnlyDictionary<SliceName, Deals> count)
    {
        // Won and lost stand in every row, so the rows of one outcome need no company.
        var noCounts = Hidden(count, deals => deals.All, slice => count[slice].All < Few, slice => slice.Dimension != "outcome");
        var noMoney = NoMoney(count, noCounts);
        var shares = ExpectedShares.All.ToDictionary(share => share, share => Hidden(
            count.Where(slice => share.Of(slice.Value) > 0 || noCounts.Contains(slice.Key)).ToDictionary(),
            share.Of,
            slice => noCounts.Contains(slice) || share.Of(count[slice]) < Few,
            _ => share.Measure != "winRate"));
        return count.ToDictionary(
            slice => slice.Key,
            slice => (IReadOnlyList<Cell>)[.. Cells(slice.Value, noCounts.Contains(slice.Key), noMoney.Contains(slice.Key)), .. ExpectedShares.Cells(slice.Key, slice.Value, noCounts.Contains(slice.Key), shares)]);
    }

    // Won and lost value are each a total of their own; each hides company for the other until neither finds any.
    private static HashSet<SliceName> NoMoney(IReadOnlyDictionary<SliceName, Deals> count, HashSet<SliceName> noCounts)
    {
        var hidden = count.Where(slice => noCounts.Contains(slice.Key) || slice.Value.Won is > 0 and < Few || slice.Value.Lost is > 0 and < Few).Select(slice => slice.Key).ToHashSet();
        int before;
        do
        {
            before = hidden.Count;
            hidden = Hidden(count, deals => deals.Won, hidden.Contains, slice => slice.Dimension != "outcome");
            hidden = Hidden(count, deals => deals.Lost, hidden.Contains, slice => slice.Dimension != "outcome");
        }
        while (hidden.Count != before);

        return hidden;
    }

    private static HashSet<SliceName> Hidden(IReadOnlyDictionary<SliceName, Deals> count, Func<Deals, int> size, Func<SliceName, bool> isFew, Func<SliceName, bool> keepsCompany)
    {
        var hidden = count.Keys.Where(isFew).ToHashSet();
        var families = count.Keys.Where(slice => !ManyValued.Contains(slice.Dimension) && keepsCompany(slice) && size(count[slice]) > 0).GroupBy(slice => (slice.Grain, slice.Start, slice.Dimension));
        foreach (var family in families)
        {
            var visible = new Queue<SliceName>(family
                .Where(slice => !hidden.Contains(slice))
                .OrderBy(slice => size(count[slice]))
                .ThenBy(slice => slice.Dimension == "outcome" ? OutcomeLabel(slice) : slice.Dimension == "valueband" ? BandLabel(slice) : slice.Label, StringComparer.OrdinalIgnoreCase));
            var members = family.Where(hidden.Contains).ToList();
            while (visible.Count > 0 && members.Count > 0 && (members.Count < 2 || members.Sum(slice => size(count[slice])) < Few))
            {
                members.Add(visible.Dequeue());
                hidden.Add(members[^1]);
            }
        }

        return hidden;
    }

    // Where two are as small, the one whose label comes first joins.
    private static string OutcomeLabel(SliceName slice) => slice.Label == "0" ? "受注" : "失注";

    private static string BandLabel(SliceName slice) => slice.Label switch
    {
        "0" => "100万未満",
        "1" => "100万〜500万未満",
        "2" => "500万〜2,000万未満",
        "3" => "2,000万〜1億未満",
        _ => "1億以上",
    };

    private static IReadOnlyList<Cell> Cells(Deals deals, bool noCounts, bool noMoney)
    {
        var n = noCounts ? (int?)null : deals.All;
        return
        [
            Figure("won", deals.Won, n, noCounts),
            Figure("lost", deals.Lost, n, noCounts),
            Figure("wonValue", deals.WonValue, n, noMoney),
            Figure("lostValue", deals.LostValue, n, noMoney),
            noMoney ? Nothing("winRateByValue") : ByValue(deals, n),
        ];
    }

    private static Cell Figure(string measure, decimal value, int? n, bool isHidden) =>
        isHidden ? Nothing(measure) : new Cell(measure, value, null, value, null, null, n, false);

    private static Cell ByValue(Deals deals, int? n)
    {
        var total = deals.WonValue + deals.LostValue;
        var share = deals.All < CountsOnly || total == 0 ? (decimal?)null : deals.WonValue / total;
        return new Cell("winRateByValue", deals.WonValue, total, share, null, null, n, false);
    }

    private static Cell Nothing(string measure) => new(measure, null, null, null, null, null, null, true);
}
