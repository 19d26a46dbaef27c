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

    public static Slice SliceOf(Entity row) => new(
        (Dimension)(Choices.Offset(row.GetAttributeValue<OptionSetValue>(Rollup.Dimension1)) ?? 0),
        row.GetAttributeValue<string>(Rollup.Value1) ?? "");

    /// <summary>The label as it came in: what is written for all and unknown is ours, not a value's.</summary>
    public static string LabelOf(Slice slice, Entity row) =>
        slice.Value.Length == 0 ? "" : row.GetAttributeValue<string>(Rollup.Label1) ?? "";

    /// <summary>Every column of the row, those that may not be shown empty.</summary>
    public static Entity Of(Figures figures, Period period, EntityReference baseCurrency)
    {
        var row = new Entity(Rollup.Table);
        Identity(row, figures, period);
        Counts(row, figures);
        WinRate(row, figures.WinRate);
        WinRateByValue(row, figures.WinRateByValue);
        row[Rollup.TransactionCurrencyId] = baseCurrency;
        row[Rollup.Tally] = figures.Tally.ToText();
        row[Rollup.FormulaVersion] = Measures.FormulaVersion;
        return row;
    }

    private static void Identity(Entity row, Figures figures, Period period)
    {
        var slice = figures.Slice;
        var label = slice == Slice.All ? AllLabel
            : slice.IsUnknown ? UnknownLabel
            : figures.Label.Length > 0 ? figures.Label
            : slice.Value;
        row[Rollup.Name] = period.Key + " · " + slice.Dimension + " · " + label;
        row[Rollup.RollupKey] = slice.RowKey(period);
        row[Rollup.PeriodKey] = period.Key;
        row[Rollup.Grain] = Choices.Stored((int)period.Grain);
        row[Rollup.Start] = period.Start;
        row[Rollup.End] = period.LastDay;
        row[Rollup.Dimension1] = Choices.Stored((int)slice.Dimension);
        row[Rollup.Value1] = slice.Value.Length == 0 ? null : slice.Value;
        row[Rollup.Label1] = label;
        row[Rollup.Dimension2] = Choices.Stored((int)Dimension.All);
    }

    private static void Counts(Entity row, Figures figures)
    {
        row[Rollup.CountState] = Choices.Stored((int)figures.Counts);
        row[Rollup.N] = figures.Deals;
        row[Rollup.Won] = figures.Won;
        row[Rollup.Lost] = figures.Lost;
        row[Rollup.MoneyState] = Choices.Stored((int)figures.Money);
        row[Rollup.WonValue] = Amount(figures.WonValue);
        row[Rollup.LostValue] = Amount(figures.LostValue);
    }

    private static void WinRate(Entity row, Rate rate)
    {
        row[Rollup.WinRateState] = Choices.Stored((int)rate.Visibility);
        row[Rollup.WinRateNumerator] = (int?)rate.Numerator;
        row[Rollup.WinRateDenominator] = (int?)rate.Denominator;
        row[Rollup.WinRate] = rate.Value;
        row[Rollup.WinRateLow] = rate.Low;
        row[Rollup.WinRateHigh] = rate.High;
    }

    private static void WinRateByValue(Entity row, Rate rate)
    {
        row[Rollup.WinRateByValueState] = Choices.Stored((int)rate.Visibility);
        row[Rollup.WinRateByValueNumerator] = Amount(rate.Numerator);
        row[Rollup.WinRateByValueDenominator] = Amount(rate.Denominator);
        row[Rollup.WinRateByValue] = rate.Value;
    }

    private static Money? Amount(decimal? amount) => amount is null ? null : new Money(amount.Value);
}
