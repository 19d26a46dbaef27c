using CrmExtensions.Proof;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class RetentionTests
{
    [TestMethod]
    [DataRow("2026-05-10", "2026-05-11", true)]
    [DataRow("2026-05-11", "2026-05-11", false, DisplayName = "the last day")]
    [DataRow("2026-05-12", "2026-05-11", false)]
    public void Evidence_is_over_the_day_after_its_last(string until, string today, bool isOver) =>
        Assert.AreEqual(isOver, Retention.IsOver(Day(until), Day(today)));

    [TestMethod]
    public void Evidence_without_a_last_day_is_never_over() => Assert.IsFalse(Retention.IsOver(null, Day("2999-01-01")));
}
