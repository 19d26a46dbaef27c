using CrmExtensions.Local;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Whether a condition holds of a date: by the calendar day it is on for the user, and for "to now" by the moment itself.</summary>
internal sealed class DateEvaluator(World world, bool isDay)
{
    private const int MonthsOfYear = 12;

    public bool Holds(Claim claim, DateTime value)
    {
        var day = isDay ? value.Date : TimeZoneInfo.ConvertTimeFromUtc(value, world.Zone).Date;
        var x = claim.Values is [int count, ..] ? count : 0;
        return OperatorNames.KindOf(claim.InSdk) switch
        {
            OperandKind.Day => OnDay(claim.InSdk, day, (DateTime)claim.Values[0]),
            OperandKind.Count => Counted(claim.InSdk, claim.InSdk.ToString(), value, day, x),
            OperandKind.FiscalYear => FiscalName(day) == x,
            OperandKind.FiscalPeriod => Period(day) == x,
            OperandKind.FiscalPeriodAndYear => InPeriod(claim.InSdk, (FiscalName(day) * 100) + Period(day), ((int)claim.Values[1] * 100) + x),
            _ => Relative(claim.InSdk.ToString(), day, world.LocalNow.Date),
        };
    }

    private bool Counted(ConditionOperator comparison, string name, DateTime value, DateTime day, int x)
    {
        var today = world.LocalNow.Date;
        if (name.Contains("Fiscal", StringComparison.Ordinal))
        {
            return Between(Fiscal(name, day) - Fiscal(name, today), name.StartsWith("Last", StringComparison.Ordinal), x);
        }

        return name.EndsWith("Hours", StringComparison.Ordinal) || name.EndsWith("Minutes", StringComparison.Ordinal)
            ? Hours(comparison, value, x)
            : name[..4] switch
            {
                "Last" => (isDay ? day <= today : value <= world.Now) && day >= Moved(name, today, -x),
                "Next" => (isDay ? day >= today : value >= world.Now) && day <= Moved(name, today, x),
                _ => day < Moved(name, today, -x),
            };
    }

    private static bool OnDay(ConditionOperator comparison, DateTime day, DateTime given) => comparison switch
    {
        ConditionOperator.On => day == given.Date,
        ConditionOperator.NotOn => day != given.Date,
        ConditionOperator.OnOrBefore => day <= given.Date,
        _ => day >= given.Date,
    };

    private bool Relative(string name, DateTime day, DateTime today)
    {
        var distance = Distance(name, day, today);
        return name switch
        {
            "Last7Days" => distance is <= 0 and > -7,
            "Next7Days" => distance is > 0 and <= 7,
            "Yesterday" => distance == -1,
            "Tomorrow" => distance == 1,
            _ => distance == name[..4] switch
            {
                "Last" => -1,
                "Next" => 1,
                _ => 0,
            },
        };
    }

    // In days, in weeks from Sunday, in months and years of the calendar, or in those of the fiscal one.
    private int Distance(string name, DateTime day, DateTime today) =>
        name.Contains("Fiscal", StringComparison.Ordinal) ? Fiscal(name, day) - Fiscal(name, today)
        : name.EndsWith("Week", StringComparison.Ordinal) ? (int)Math.Floor((day - today.AddDays(-(int)today.DayOfWeek)).TotalDays / 7)
        : name.EndsWith("Month", StringComparison.Ordinal) ? ((day.Year - today.Year) * MonthsOfYear) + day.Month - today.Month
        : name.EndsWith("Year", StringComparison.Ordinal) ? day.Year - today.Year
        : (int)(day - today).TotalDays;

    private bool Hours(ConditionOperator comparison, DateTime value, int x)
    {
        var now = isDay ? world.LocalNow.Date : world.Now;
        var hour = now.Date.AddHours(now.Hour);
        var last = isDay ? now.AddDays(1).AddTicks(-1) : now;
        return comparison switch
        {
            ConditionOperator.LastXHours => value >= hour.AddHours(-x) && value <= last,
            ConditionOperator.NextXHours => value >= now && value < hour.AddHours(x + 1),
            ConditionOperator.OlderThanXHours => value < now.AddHours(-x),
            _ => value < now.AddMinutes(-x),
        };
    }

    private static DateTime Moved(string name, DateTime day, int x) =>
        name.EndsWith("Days", StringComparison.Ordinal) ? day.AddDays(x)
        : name.EndsWith("Weeks", StringComparison.Ordinal) ? day.AddDays(7 * x)
        : name.EndsWith("Months", StringComparison.Ordinal) ? day.AddMonths(x)
        : day.AddYears(x);

    private static bool Between(int distance, bool isLast, int x) => isLast ? distance < 0 && distance >= -x : distance > 0 && distance <= x;

    private static bool InPeriod(ConditionOperator comparison, int own, int given) => comparison switch
    {
        ConditionOperator.InFiscalPeriodAndYear => own == given,
        ConditionOperator.InOrBeforeFiscalPeriodAndYear => own <= given,
        _ => own >= given,
    };

    private int Fiscal(string name, DateTime day) => name.Contains("Year", StringComparison.Ordinal)
        ? FiscalName(day)
        : (FiscalName(day) * (MonthsOfYear / world.Fiscal.MonthsOfPeriod)) + Period(day);

    private int FiscalName(DateTime day)
    {
        FiscalCalendar fiscal = world.Fiscal;
        var begun = day.Month >= fiscal.StartMonth ? day.Year : day.Year - 1;
        return fiscal.NamedByEnd ? begun + 1 : begun;
    }

    private int Period(DateTime day) => (((day.Month - world.Fiscal.StartMonth + MonthsOfYear) % MonthsOfYear) / world.Fiscal.MonthsOfPeriod) + 1;
}
