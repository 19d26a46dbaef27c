namespace CrmExtensions.Local.Replay.Recount;

/// <summary>The shares of product.md 10, written a second time, as far as a file of deals tells of them.</summary>
internal static class ExpectedShares
{
    private const int CountsOnly = 10;
    private const double Z = 1.959964;

    // What interviews tell: nobody has filled one in, so there is nothing to show, nor, where the deals are hidden, to say so.
    private static readonly string[] Untold =
    [
        "onTimeRate", "specificityRate", "evidenceRate", "priceCited", "priceDecisive", "otherRate", "upstreamShare", "expectationGap", "fullAgreement", "partialAgreement", "noAgreement",
        "reproducibleWins",
    ];

    // Likewise, and not hidden either: a share of the known where nothing is known, numbers where there are none.
    private static readonly string[] Absent = ["share", "hearingDaysMedian", "hearingDaysP90", "completionDaysMedian", "completionDaysP90", "scoreMedian", "scoreP90"];

    /// <summary>A measure with its denominator and numerator.</summary>
    public sealed record Share(string Measure, Func<Deals, int> Of, Func<Deals, int> Hits);

    public static IReadOnlyList<Share> All { get; } =
    [
        new("winRate", deals => deals.All, deals => deals.Won),
        new("competitiveWinRate", deals => deals.WonAgainst, deals => deals.WonAgainst),
        new("noDecisionRate", deals => deals.All, _ => 0),
        new("completionRate", deals => deals.All, _ => 0),
        new("reflectionRate", deals => deals.All, _ => 0),
        new("heardRate", deals => deals.All, _ => 0),
        new("waiverRate", deals => deals.All, _ => 0),
        new("headToHead", deals => deals.WonAgainst, deals => deals.WonAgainst),
    ];

    public static IEnumerable<Cell> Cells(SliceName slice, Deals deals, bool noCounts, IReadOnlyDictionary<Share, HashSet<SliceName>> hidden) =>
    [
        .. All.Select(share =>
            share.Measure == "headToHead" && slice is not { Dimension: "competitor", Label.Length: > 0 } ? Empty(share.Measure)
            : hidden[share].Contains(slice) ? Nothing(share.Measure)
            : share.Of(deals) > 0 ? Of(share.Measure, share.Hits(deals), share.Of(deals))
            : Empty(share.Measure)),
        .. Untold.Select(measure => noCounts ? Nothing(measure) : Empty(measure)),
        .. Absent.Select(Empty),
    ];

    private static Cell Of(string measure, int hits, int all)
    {
        if (all < CountsOnly)
        {
            return new Cell(measure, hits, all, null, null, null, all, false);
        }

        var share = (double)hits / all;
        var square = Z * Z / all;
        var middle = (share + (square / 2)) / (1 + square);
        var reach = Z / (1 + square) * Math.Sqrt((share * (1 - share) / all) + (square / (4 * all)));
        return new Cell(measure, hits, all, (decimal)share, (decimal)Math.Max(0, middle - reach), (decimal)Math.Min(1, middle + reach), all, false);
    }

    private static Cell Empty(string measure) => new(measure, null, null, null, null, null, null, false);

    private static Cell Nothing(string measure) => new(measure, null, null, null, null, null, null, true);
}
