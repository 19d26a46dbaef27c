using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Replay.Recount;

/// <summary>The roll-ups as a user reads them through the service.</summary>
internal static class StoredCells
{
    /// <summary>In the order of the choice.</summary>
    public static readonly string[] Dimensions =
    [
        "all", "industry", "competitor", "businessunit", "segment", "productline", "stage", "trigger", "reasoncategory", "reason", "valueband", "leadsource", "channel", "closepath", "outcome",
        "sellerreason", "speakerrole",
    ];

    private static readonly string[] ByCode = ["valueband", "outcome", "productline"];

    private static readonly string[] Spreads = ["hearingDays", "completionDays", "score"];

    // Every share has a state, and its other columns beside it.
    private static readonly string[] Shares =
    [
        "competitiveWinRate", "noDecisionRate", "completionRate", "reflectionRate", "heardRate", "waiverRate", "onTimeRate", "specificityRate", "evidenceRate", "share", "priceCited",
        "priceDecisive", "otherRate", "upstreamShare", "expectationGap", "fullAgreement", "partialAgreement", "noAgreement", "headToHead", "reproducibleWins",
    ];

    /// <summary>Every slice that user can read, with its cells; those that have no deals any more are left out, as the views do.</summary>
    public static Dictionary<SliceName, IReadOnlyList<Cell>> Read(IOrganizationService reader)
    {
        var query = new QueryExpression(Rollup.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(Rollup.CountState, ConditionOperator.NotEqual, Rollup.CountStateOption.Empty);
        return Existing.Rows(reader, query).ToDictionary(SliceOf, Cells);
    }

    /// <summary>The secured raw tallies of all slices, hidden ones too.</summary>
    public static Dictionary<SliceName, string> Tallies(IOrganizationService system) =>
        Existing.Rows(system, new QueryExpression(Rollup.Table) { ColumnSet = new ColumnSet(true) })
            .ToDictionary(SliceOf, row => row.GetAttributeValue<string>(Rollup.Tally) ?? "");

    private static SliceName SliceOf(Entity row) => new(
        Name(row, Rollup.Grain) switch
        {
            Rollup.GrainOption.Month => "month",
            Rollup.GrainOption.Quarter => "quarter",
            Rollup.GrainOption.HalfYear => "half",
            _ => "year",
        },
        row.GetAttributeValue<DateTime>(Rollup.Start),
        DimensionOf(row),
        row.Contains(Rollup.Value1) ? row.GetAttributeValue<string>(ByCode.Contains(DimensionOf(row)) ? Rollup.Value1 : Rollup.Label1) + Pair(row) : "");

    // Those whose values are choices are told by number, since their labels come in two languages.
    private static string DimensionOf(Entity row) => Dimensions[Name(row, Rollup.Dimension1) - Rollup.GrainOption.Month];

    // No file tells of pairs: where an org has some, they are surplus.
    private static string Pair(Entity row) => row.Contains(Rollup.Value2) ? " × " + row.GetAttributeValue<string>(Rollup.Label2) : "";

    private static IReadOnlyList<Cell> Cells(Entity row)
    {
        var counts = Name(row, Rollup.CountState) == Rollup.CountStateOption.HiddenTooFew;
        var money = Name(row, Rollup.MoneyState) == Rollup.MoneyStateOption.HiddenTooFew;
        return
        [
            Figure(row, "won", Rollup.Won, counts),
            Figure(row, "lost", Rollup.Lost, counts),
            Figure(row, "wonValue", Rollup.WonValue, money),
            Figure(row, "lostValue", Rollup.LostValue, money),
            Share(row, "winRate"),
            new Cell(
                "winRateByValue",
                Number(row, Rollup.WinRateByValueNumerator),
                Number(row, Rollup.WinRateByValueDenominator),
                Number(row, Rollup.WinRateByValue),
                null,
                null,
                money ? null : row.GetAttributeValue<int?>(Rollup.N),
                Name(row, Rollup.WinRateByValueState) == Rollup.WinRateByValueStateOption.HiddenTooFew),
            .. Shares.Select(measure => Share(row, measure)),
            .. Spreads.SelectMany(measure => Spread(row, measure)),
        ];
    }

    private static Cell Share(Entity row, string measure)
    {
        var column = "wl_" + measure.ToLowerInvariant();
        return new Cell(
            measure,
            Number(row, column + "numerator"),
            Number(row, column + "denominator"),
            Number(row, column),
            Number(row, column + "low"),
            Number(row, column + "high"),
            row.GetAttributeValue<int?>(column + "denominator"),
            Name(row, column + "state") == Rollup.CountStateOption.HiddenTooFew);
    }

    private static IEnumerable<Cell> Spread(Entity row, string measure)
    {
        var column = "wl_" + measure.ToLowerInvariant();
        var isHidden = Name(row, column + "state") == Rollup.CountStateOption.HiddenTooFew;
        foreach (var part in new[] { "Median", "P90" })
        {
            yield return new Cell(measure + part, null, null, Number(row, column + part.ToLowerInvariant()), null, null, row.GetAttributeValue<int?>(column + "count"), isHidden);
        }
    }

    private static Cell Figure(Entity row, string measure, string column, bool isHidden) => new(
        measure,
        Number(row, column),
        null,
        Number(row, column),
        null,
        null,
        isHidden ? null : row.GetAttributeValue<int?>(Rollup.N),
        isHidden);

    private static int Name(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value ?? 0;

    private static decimal? Number(Entity row, string column) => row.Contains(column)
        ? row[column] switch { int whole => whole, Money amount => amount.Value, var other => (decimal)other }
        : null;
}
