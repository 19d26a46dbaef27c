using CrmExtensions.Local;
using CrmExtensions.Tables;

namespace CrmExtensions.Tests;

/// <summary>
/// Where days begin and end (Learn, fetchxml/reference/operators): by the user's clock for moments, by the date itself for
/// columns of dates only. It is Tuesday 2026-02-03 13:05:06 in Tokyo, UTC+9.
/// </summary>
[TestClass]
public sealed class RelativeDateTests
{
    [TestMethod]
    [DataRow("today", "2026-02-02T15:00:00Z", "2026-02-03T14:59:59Z")]
    [DataRow("yesterday", "2026-02-01T15:00:00Z", "2026-02-02T14:59:59Z")]
    [DataRow("tomorrow", "2026-02-03T15:00:00Z", "2026-02-04T14:59:59Z")]
    [DataRow("last-seven-days", "2026-01-27T15:00:00Z", "2026-02-03T14:59:59Z")]
    [DataRow("next-seven-days", "2026-02-03T15:00:00Z", "2026-02-10T14:59:59Z")]
    [DataRow("this-week", "2026-01-31T15:00:00Z", "2026-02-07T14:59:59Z")]
    [DataRow("last-week", "2026-01-24T15:00:00Z", "2026-01-31T14:59:59Z")]
    [DataRow("this-month", "2026-01-31T15:00:00Z", "2026-02-28T14:59:59Z")]
    [DataRow("next-year", "2026-12-31T15:00:00Z", "2027-12-31T14:59:59Z")]
    [DataRow("last-x-hours' value='2", "2026-02-03T02:00:00Z", "2026-02-03T04:05:06Z")]
    [DataRow("next-x-hours' value='2", "2026-02-03T04:05:06Z", "2026-02-03T06:59:59Z")]
    [DataRow("last-x-days' value='2", "2026-01-31T15:00:00Z", "2026-02-03T04:05:06Z")]
    [DataRow("next-x-months' value='1", "2026-02-03T04:05:06Z", "2026-03-03T14:59:59Z")]
    [DataRow("this-fiscal-period", "2025-12-31T15:00:00Z", "2026-03-31T14:59:59Z")]
    [DataRow("last-x-fiscal-periods' value='2", "2025-06-30T15:00:00Z", "2025-12-31T14:59:59Z")]
    [DataRow("on' value='2026-02-03", "2026-02-02T15:00:00Z", "2026-02-03T14:59:59Z")]
    [DataRow("on' value='2026-02-03T16:00:00Z", "2026-02-03T15:00:00Z", "2026-02-04T14:59:59Z")]
    public void A_span_has_a_first_and_a_last_second(string comparison, string first, string last)
    {
        var begin = Fruit.Time(first);
        var end = Fruit.Time(last);
        using var org = With(begin.AddSeconds(-1), begin, end, end.AddSeconds(1));

        Assert.AreEqual("1 2", Found(org, Interview.CompletedOn, comparison));
    }

    // The night of 2026-03-08 has 23 hours on the Pacific coast, that of 2026-11-01 has 25.
    [TestMethod]
    [DataRow("2026-03-08T20:00:00Z", "2026-03-08T08:00:00Z", "2026-03-09T06:59:59Z")]
    [DataRow("2026-11-01T20:00:00Z", "2026-11-01T07:00:00Z", "2026-11-02T07:59:59Z")]
    public void A_day_on_which_the_clock_is_changed_is_shorter_or_longer(string now, string first, string last)
    {
        var begin = Fruit.Time(first);
        var end = Fruit.Time(last);
        using var org = Some.Org(Some.Options with { Clock = () => Fruit.Time(now), TimeZone = "Pacific Standard Time" });
        Add(org, begin.AddSeconds(-1), begin, end, end.AddSeconds(1));

        Assert.AreEqual("1 2", Found(org, Interview.CompletedOn, "today"));
    }

    // In UTC it is still the day before.
    [TestMethod]
    public void A_date_is_a_date_whatever_the_clock()
    {
        using var org = Some.Org(Some.Options with { Clock = () => Fruit.Time("2026-02-02T20:00:00Z") });
        foreach (var day in new[] { "2026-02-02", "2026-02-03", "2026-02-04" })
        {
            org.System.Add(Interview.Table, (Interview.Name, day[^1..]), (Interview.HeardOn, Fruit.Time(day)));
        }

        Assert.AreEqual("3", Found(org, Interview.HeardOn, "today"));
        Assert.AreEqual("2 3", Found(org, Interview.HeardOn, "last-x-days' value='1"));
        Assert.AreEqual("3 4", Found(org, Interview.HeardOn, "next-x-days' value='1"));
        Assert.AreEqual("3 4", Found(org, Interview.HeardOn, "on-or-after' value='2026-02-03"));
    }

    private static LocalOrg With(params DateTime[] moments)
    {
        var org = Some.Org();
        Add(org, moments);
        return org;
    }

    private static void Add(LocalOrg org, params DateTime[] moments)
    {
        for (var number = 0; number < moments.Length; number++)
        {
            org.System.Add(Interview.Table, (Interview.Name, number.ToString(System.Globalization.CultureInfo.InvariantCulture)), (Interview.CompletedOn, moments[number]));
        }
    }

    private static string Found(LocalOrg org, string column, string comparison) =>
        org.System.Fetch(Interview.Table, $"<attribute name='wl_name'/><order attribute='wl_name'/><filter><condition attribute='{column}' operator='{comparison}'/></filter>").Texts(Interview.Name);
}
