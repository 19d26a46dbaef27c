using CrmExtensions.Closing;
using CrmExtensions.Settings;
using CrmExtensions.Texts;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

/// <summary>Stale deals are those of 365 days and more; small ones are those below 2,000,000.</summary>
[TestClass]
public sealed class CleanUpTests
{
    private static readonly DateTime ClosedOn = Day("2026-05-11");

    private static readonly Policy Policy = new() { CleanUpAgeDays = 365, CleanUpBelow = 2_000_000m };

    [TestMethod]
    [DataRow(Outcome.Lost, 365, 1_999_999, true)]
    [DataRow(Outcome.Lost, 364, 1_999_999, false, DisplayName = "a day too young")]
    [DataRow(Outcome.Lost, 9999, 2_000_000, false, DisplayName = "not below")]
    [DataRow(Outcome.Lost, 9999, 0, true)]
    [DataRow(Outcome.Lost, 9999, null, true, DisplayName = "without a value")]
    [DataRow(Outcome.Won, 9999, 0, false, DisplayName = "won")]
    public void A_stale_small_lost_deal_needs_no_hearing(Outcome outcome, int age, int? value, bool isOut) =>
        Assert.AreEqual(isOut, Judge(new ClosedDeal(outcome, age, value), Policy) is not null);

    [TestMethod]
    [DataRow("2025-05-10", true, DisplayName = "the last activity 366 days before the close")]
    [DataRow("2025-05-11", false, DisplayName = "the last activity 365 days before the close")]
    [DataRow("2026-05-11", false, DisplayName = "an activity on the day of the close")]
    [DataRow("2026-06-01", false, DisplayName = "an activity planned for later")]
    public void A_deal_on_which_something_happened_lately_is_not_stale(string lastActivity, bool isOut) =>
        Assert.AreEqual(isOut, Judge(new ClosedDeal(Outcome.Lost, 500, 0m), Policy, Day(lastActivity)) is not null);

    [TestMethod]
    [DataRow(null, 2_000_000)]
    [DataRow(365, null)]
    [DataRow(0, 2_000_000)]
    [DataRow(-1, 2_000_000)]
    public void The_clean_up_takes_both_settings(int? age, int? below) =>
        Assert.IsNull(Judge(new ClosedDeal(Outcome.Lost, 9999, 0m), new Policy { CleanUpAgeDays = age, CleanUpBelow = below }));

    [TestMethod]
    [DataRow(Outcome.Won, 499_999, true)]
    [DataRow(Outcome.Lost, 499_999, true)]
    [DataRow(Outcome.Won, 500_000, false)]
    [DataRow(Outcome.Lost, 500_000, false)]
    [DataRow(Outcome.Lost, 0, true)]
    [DataRow(Outcome.Lost, null, false, DisplayName = "leaving the value empty is no way around the hearing")]
    public void A_close_below_the_minimum_value_needs_no_hearing_however_active(Outcome outcome, int? value, bool isOut) =>
        Assert.AreEqual(isOut, Judge(new ClosedDeal(outcome, 3, value), new Policy { MinimumValue = 500_000m }, ClosedOn) is not null);

    [TestMethod]
    public void Without_settings_every_close_needs_its_hearing() => Assert.IsNull(Judge(new ClosedDeal(Outcome.Lost, 9999, 0m), new Policy()));

    [TestMethod]
    public void Whether_something_happened_is_asked_only_where_that_decides()
    {
        ClosedDeal[] clear = [new(Outcome.Won, 9999, 0m), new(Outcome.Lost, 3, 0m), new(Outcome.Lost, 9999, 9_000_000m)];
        foreach (var deal in clear)
        {
            Assert.IsNull(CleanUp.Judge(deal, Policy, ClosedOn, _ => throw new AssertFailedException("asked")));
        }
    }

    [TestMethod]
    public void The_reason_names_the_numbers_in_both_languages()
    {
        var tooSmall = Judge(new ClosedDeal(Outcome.Won, 3, 1234.5m), new Policy { MinimumValue = 500_000m })!;
        var stale = Judge(new ClosedDeal(Outcome.Lost, 400, 1_500_000m), Policy)!;
        var without = Judge(new ClosedDeal(Outcome.Lost, 400, null), Policy)!;

        Assert.AreEqual("By policy: value 1,234.5 below the minimum of 500,000 (base currency)", tooSmall.In(Language.English));
        Assert.AreEqual("方針により対象外：金額 1,234.5 が最小金額 500,000 未満（基準通貨）", tooSmall.In(Language.Japanese));
        Assert.AreEqual("By policy, clean-up: lost after 400 days (limit 365), value 1,500,000 below 2,000,000 (base currency), no activity in the last 365 days", stale.In(Language.English));
        Assert.AreEqual("方針により対象外（整理）：400 日経過した失注（基準 365 日）、金額 1,500,000（2,000,000 未満、基準通貨）、直近 365 日間の活動なし", stale.In(Language.Japanese));
        Assert.Contains("no value (limit 2,000,000, base currency)", without.In(Language.English));
        Assert.Contains("金額なし（基準 2,000,000、基準通貨）", without.In(Language.Japanese));
    }

    private static Sentence? Judge(ClosedDeal deal, Policy policy, DateTime? lastActivity = null) =>
        CleanUp.Judge(deal, policy, ClosedOn, since => lastActivity >= since);
}
