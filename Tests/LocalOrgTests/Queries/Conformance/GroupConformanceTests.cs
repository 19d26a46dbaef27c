using System.Globalization;
using CrmExtensions.Local;
using CrmExtensions.Tables;
using CsCheck;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Counts, sums and extremes by part of a date, compared with a plain evaluation (Learn, fetchxml/aggregate-data).</summary>
[TestClass]
public sealed class GroupConformanceTests
{
    private const int Worlds = 20;
    private static readonly string[] Parts = ["day", "week", "month", "quarter", "year", "fiscal-period", "fiscal-year"];
    private static readonly string[] Columns = [Interview.CompletedOn, Interview.HeardOn];

    [TestMethod]
    public void Whichever_part_of_whichever_date() => RandomWorld.Worlds
        .SelectMany(world => RandomFilter.Of(world), (world, filter) => (world, filter))
        .Sample(
            (world, filter) =>
            {
                using var org = world.Org();
                foreach (var column in Columns)
                {
                    foreach (var part in Parts)
                    {
                        Assert.AreEqual(
                            Expected(world, filter, column, part, isUtc: false), Found(org.As(World.User), filter, column, part, ""), $"{column} {part} at {world.Now:O} in {world.Zone.Id}: {filter}");
                        Assert.AreEqual(
                            Expected(world, filter, column, part, isUtc: true), Found(org.As(World.User), filter, column, part, "usertimezone='false'"), $"{column} {part} in UTC: {filter}");
                    }
                }
            },
            iter: Worlds,
            threads: 1);

    private static string Found(IOrganizationService service, RandomFilter filter, string column, string part, string more)
    {
        var rows = service.Fetch(
            Interview.Table,
            $"<attribute name='{column}' groupby='true' dategrouping='{part}' alias='part' {more}/>"
            + $"<attribute name='{Interview.Id}' aggregate='count' alias='rows'/>"
            + $"<attribute name='{Interview.DaysToComplete}' aggregate='countcolumn' alias='days'/>"
            + $"<attribute name='{Interview.DaysToComplete}' aggregate='countcolumn' distinct='true' alias='various'/>"
            + $"<attribute name='{Interview.BaseValue}' aggregate='sum' alias='total'/>"
            + $"<attribute name='{Interview.BaseValue}' aggregate='min' alias='least'/>"
            + $"<attribute name='{Interview.BaseValue}' aggregate='max' alias='most'/><order alias='part'/>{filter.Fetch}",
            "aggregate='true'");
        return string.Join('\n', rows.Entities.Select(row => string.Join(' ', new[] { "part", "rows", "days", "various", "total", "least", "most" }
            .Select(name => Text(row.GetAttributeValue<AliasedValue>(name)?.Value)))));
    }

    private static string Expected(World world, RandomFilter filter, string column, string part, bool isUtc)
    {
        var evaluator = new Evaluator(world);
        var groups = world.Rows.Where(row => filter.Holds(evaluator, row)).GroupBy(row => Part(world, row.GetAttributeValue<DateTime?>(column), column, part, isUtc));
        return string.Join('\n', groups.OrderBy(group => group.Key ?? int.MinValue).Select(group =>
        {
            var days = group.Select(row => row.GetAttributeValue<int?>(Interview.DaysToComplete)).OfType<int>().ToList();
            var values = group.Select(row => row.GetAttributeValue<decimal>(Interview.BaseValue)).ToList();
            return string.Join(' ', new object?[] { group.Key, group.Count(), days.Count, days.Distinct().Count(), values.Sum(), values.Min(), values.Max() }.Select(Text));
        }));
    }

    private static int? Part(World world, DateTime? moment, string column, string part, bool isUtc)
    {
        if (moment is null)
        {
            return null;
        }

        var day = isUtc || column == Interview.HeardOn ? moment.Value.Date : TimeZoneInfo.ConvertTimeFromUtc(moment.Value, world.Zone).Date;
        return part switch
        {
            "day" => day.Day,
            "week" => new GregorianCalendar().GetWeekOfYear(day, CalendarWeekRule.FirstDay, DayOfWeek.Sunday),
            "month" => day.Month,
            "quarter" => (day.Month + 2) / 3,
            "year" => day.Year,
            _ => Fiscal(world.Fiscal, day, part),
        };
    }

    private static int Fiscal(FiscalCalendar fiscal, DateTime day, string part)
    {
        var name = (day.Month >= fiscal.StartMonth ? day.Year : day.Year - 1) + (fiscal.NamedByEnd ? 1 : 0);
        return part == "fiscal-year" ? name : (name * 100) + (((day.Month - fiscal.StartMonth + 12) % 12) / fiscal.MonthsOfPeriod) + 1;
    }

    private static string Text(object? value) => value is null ? "-" : Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.##", CultureInfo.InvariantCulture);
}
