using CrmExtensions.Calendar;
using CrmExtensions.Insights;

namespace CrmExtensions.Tests.Insights;

[TestClass]
public sealed class CardTextTests
{
    [TestMethod]
    [DataRow("month-2026-06-01", 4, "2026年6月 / June 2026")]
    [DataRow("half-2026-04-01", 4, "2026年度上期 / H1 FY2026")]
    [DataRow("half-2026-10-01", 4, "2026年度下期 / H2 FY2026")]
    [DataRow("half-2027-01-01", 1, "2027年度上期 / H1 FY2027")]
    [DataRow("half-2026-12-01", 6, "2026年度下期 / H2 FY2026")]
    [DataRow("year-2026-04-01", 4, "2026年度 / FY2026")]
    public void A_period_is_called_by_its_name_in_both_languages(string key, int fiscalStart, string expected) =>
        Assert.AreEqual(expected, CardPeriod.LabelOf(Period.Parse(key), fiscalStart));

    [TestMethod]
    [DataRow("受注 / Won", "デモ / Demo", "実物を見た / Saw it work", "2026年6月 / June 2026", "受注 / Won · デモ / Demo × 実物を見た / Saw it work · 2026年6月 / June 2026")]
    [DataRow("失注 / Lost", null, "価格 / Price", null, "失注 / Lost · 価格 / Price")]
    [DataRow("失注 / Lost", null, null, null, "失注 / Lost")]
    public void A_headline_leaves_out_what_is_not_known(string outcome, string? stage, string? trigger, string? period, string expected) =>
        Assert.AreEqual(expected, Headline.Of(outcome, stage, trigger, period));
}
