using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Replay.Recount;

/// <summary>The roll-ups as a user reads them through the service.</summary>
internal static class StoredCells
{
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
        Name(row, Rollup.Dimension1) switch
        {
            Rollup.Dimension1Option.All => "all",
            Rollup.Dimension1Option.Industry => "industry",
            Rollup.Dimension1Option.Competitor => "competitor",
            _ => "businessunit",
        },
        row.Contains(Rollup.Value1) ? row.GetAttributeValue<string>(Rollup.Label1) ?? "" : "");

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
            new Cell(
                "winRate",
                Number(row, Rollup.WinRateNumerator),
                Number(row, Rollup.WinRateDenominator),
                Number(row, Rollup.WinRate),
                Number(row, Rollup.WinRateLow),
                Number(row, Rollup.WinRateHigh),
                row.GetAttributeValue<int?>(Rollup.WinRateDenominator),
                Name(row, Rollup.WinRateState) == Rollup.WinRateStateOption.HiddenTooFew),
            new Cell(
                "winRateByValue",
                Number(row, Rollup.WinRateByValueNumerator),
                Number(row, Rollup.WinRateByValueDenominator),
                Number(row, Rollup.WinRateByValue),
                null,
                null,
                money ? null : row.GetAttributeValue<int?>(Rollup.N),
                Name(row, Rollup.WinRateByValueState) == Rollup.WinRateByValueStateOption.HiddenTooFew),
        ];
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
