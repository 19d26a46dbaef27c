using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Rollups;

/// <summary>Between the figures of a slice and the columns of its wl_rollup row.</summary>
internal static class RollupRow
{
    private const string UnknownLabel = "不明 / Unknown";
    private const string AllLabel = "全体 / All";

    // What the columns hold.
    private const int LongestName = 300;
    private const int LongestLabel = 250;

    public static Slice SliceOf(Entity row) => new(
        DimensionOf(row, Rollup.Dimension1),
        row.GetAttributeValue<string>(Rollup.Value1) ?? "",
        DimensionOf(row, Rollup.Dimension2),
        row.GetAttributeValue<string>(Rollup.Value2) ?? "");

    /// <summary>The slice with its labels as they came in: what is written for all and unknown is ours, not a value's.</summary>
    public static NamedSlice NamedOf(Entity row)
    {
        var slice = SliceOf(row);
        return new NamedSlice(
            slice,
            slice.Value.Length == 0 ? "" : row.GetAttributeValue<string>(Rollup.Label1) ?? "",
            slice.IsPair ? row.GetAttributeValue<string>(Rollup.Label2) ?? "" : "");
    }

    /// <summary>Every column of the row, those that may not be shown empty.</summary>
    public static Entity Of(Figures figures, Period period, EntityReference baseCurrency)
    {
        var row = new Entity(Rollup.Table);
        Identity(row, figures, period);
        Counts(row, figures);
        Money(row, figures);
        foreach (var columns in RateColumns.All)
        {
            columns.Write(row, figures);
        }

        foreach (var columns in SpreadColumns.All)
        {
            columns.Write(row, figures);
        }

        row[Rollup.TransactionCurrencyId] = baseCurrency;
        row[Rollup.Tally] = figures.Tally.ToText();
        row[Rollup.FormulaVersion] = Measures.FormulaVersion;
        return row;
    }

    private static Dimension DimensionOf(Entity row, string column) => (Dimension)(Choices.Offset(row.GetAttributeValue<OptionSetValue>(column)) ?? 0);

    private static void Identity(Entity row, Figures figures, Period period)
    {
        var slice = figures.Slice;
        var label = slice == Slice.All ? AllLabel
            : slice.IsUnknown ? UnknownLabel
            : figures.Label.Length > 0 ? figures.Label
            : slice.Value;
        var label2 = slice.IsPair && figures.Named.Label2.Length == 0 ? slice.Value2 : figures.Named.Label2;
        var name = period.Key + " · " + slice.Dimension + " · " + label + (slice.IsPair ? " · " + slice.Dimension2 + " · " + label2 : "");
        row[Rollup.Name] = FreeText.Cut(name, LongestName);
        row[Rollup.RollupKey] = slice.RowKey(period);
        row[Rollup.PeriodKey] = period.Key;
        row[Rollup.Grain] = Choices.Stored((int)period.Grain);
        row[Rollup.Start] = period.Start;
        row[Rollup.End] = period.LastDay;
        row[Rollup.Dimension1] = Choices.Stored((int)slice.Dimension);
        row[Rollup.Value1] = slice.Value.Length == 0 ? null : slice.Value;
        row[Rollup.Label1] = FreeText.Cut(label, LongestLabel);
        row[Rollup.Dimension2] = Choices.Stored((int)slice.Dimension2);
        row[Rollup.Value2] = slice.IsPair ? slice.Value2 : null;
        row[Rollup.Label2] = slice.IsPair ? FreeText.Cut(label2, LongestLabel) : null;
    }

    private static void Counts(Entity row, Figures figures)
    {
        row[Rollup.CountState] = Choices.Stored((int)figures.Counts);
        row[Rollup.N] = figures.Deals;
        row[Rollup.Won] = figures.Won;
        row[Rollup.Lost] = figures.Lost;
        row[Rollup.OutOfScope] = figures.OutOfScope;
        row[Rollup.AlsoRan] = figures.AlsoRan;
    }

    private static void Money(Entity row, Figures figures)
    {
        row[Rollup.MoneyState] = Choices.Stored((int)figures.Money);
        row[Rollup.WonValue] = Amount(figures.WonValue);
        row[Rollup.LostValue] = Amount(figures.LostValue);
        var rate = figures.WinRateByValue;
        row[Rollup.WinRateByValueState] = Choices.Stored((int)rate.Visibility);
        row[Rollup.WinRateByValueNumerator] = Amount(rate.Numerator);
        row[Rollup.WinRateByValueDenominator] = Amount(rate.Denominator);
        row[Rollup.WinRateByValue] = rate.Value;
    }

    private static Money? Amount(decimal? amount) => amount is null ? null : new Money(amount.Value);
}
