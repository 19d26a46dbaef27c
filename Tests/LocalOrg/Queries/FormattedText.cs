using System.Globalization;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Queries;

/// <summary>
/// Values as users see them (Learn, fetchxml/select-columns, formatted values): labels, names, numbers with separators, money
/// with its currency's sign, times by the user's clock. In the two languages of the solution; others as in English.
/// </summary>
internal sealed class FormattedText(ReadContext context)
{
    private static readonly string[] Formats = [.. Enumerable.Range(0, 29).Select(decimals => "N" + decimals.ToString(CultureInfo.InvariantCulture))];

    private readonly CultureInfo culture = CultureInfo.GetCultureInfo(context.Language == Labels.Japanese ? "ja-JP" : "en-US");
    private readonly string day = context.Language == Labels.Japanese ? "yyyy/MM/dd" : "M/d/yyyy";
    private readonly string time = context.Language == Labels.Japanese ? "yyyy/MM/dd H:mm" : "M/d/yyyy h:mm tt";

    /// <summary>The text; empty where the value is shown as it is.</summary>
    /// <param name="column">Whose value.</param>
    /// <param name="value">As the SDK has it.</param>
    /// <param name="sign">Of money: the currency's.</param>
    public string? Of(Column column, object value, string? sign) => value switch
    {
        OptionSetValue choice => LabelOf(column, choice.Value),
        OptionSetValueCollection choices => string.Join("; ", choices.Select(choice => LabelOf(column, choice.Value))),
        bool flag => LabelOf(column, flag ? 1 : 0),
        EntityReference reference => reference.Name,
        Money money => sign + Number(money.Value, column.Precision),
        decimal or double => Number(Convert.ToDecimal(value, CultureInfo.InvariantCulture), column.Precision),
        int or long => Number(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        DateTime moment => Text(column, moment),
        _ => null,
    };

    /// <summary>The text of a part of a date.</summary>
    public string OfPart(DateGrouping part, int value) => part switch
    {
        DateGrouping.FiscalYear => Year(value),
        DateGrouping.FiscalPeriod => string.Create(CultureInfo.InvariantCulture, $"{PeriodName} {value % 100} {Year(value / 100)}"),
        _ => Number(value),
    };

    private string PeriodName => context.Fiscal.MonthsOfPeriod switch
    {
        12 => "Annual",
        6 => "Semester",
        3 => "Quarter",
        _ => "Month",
    };

    private static string Year(int value) => string.Create(CultureInfo.InvariantCulture, $"FY{value}");

    // Most are days, years and counts: below a thousand there is nothing to separate.
    private string Number(long value) => value is >= 0 and < 1000 ? value.ToString(CultureInfo.InvariantCulture) : value.ToString(Formats[0], culture);

    private string Number(decimal value, int decimals) => value.ToString(Formats[decimals], culture);

    // Format and behavior are two things: a day only may be shown of a moment (PD/behavior-format-date-time-attribute.md).
    private string Text(Column column, DateTime moment)
    {
        var local = column.DateBehavior == DateBehavior.UserLocal ? TimeZoneInfo.ConvertTimeFromUtc(moment, context.Zone) : moment;
        return local.ToString(column.ShowsDayOnly || column.DateBehavior == DateBehavior.DateOnly ? day : time, CultureInfo.InvariantCulture);
    }

    private string? LabelOf(Column column, int value)
    {
        foreach (var option in column.Options)
        {
            if (option.Value == value)
            {
                return option.Labels.In(context.Language);
            }
        }

        return null;
    }
}
