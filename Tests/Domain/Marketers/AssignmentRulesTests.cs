using CrmExtensions.Marketers;
using CrmExtensions.Texts;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class AssignmentRulesTests
{
    private static AssignmentDraft Right => new() { Marketer = Id(1), Unit = Id(2), From = Day(10), To = Day(20) };

    [TestMethod]
    public void A_complete_assignment_is_accepted_for_one_day_and_without_an_end_too()
    {
        Assert.IsNull(AssignmentRules.Judge(Right));
        Assert.IsNull(AssignmentRules.Judge(Right with { To = Day(10) }));
        Assert.IsNull(AssignmentRules.Judge(Right with { To = null }));
    }

    [TestMethod]
    public void All_that_is_missing_is_listed_at_once() => Assert.AreEqual(
        "Choose the marketer.|Choose the business unit.|Enter the first day.",
        Items(new AssignmentDraft()));

    [TestMethod]
    public void A_disabled_marketer_and_an_end_before_the_start_are_listed_together() => Assert.AreEqual(
        "Choose a marketer who is an enabled user: this one is disabled.|Choose a last day that is not before the first: 2026-04-09 is before 2026-04-10.",
        Items(Right with { MarketerIsDisabled = true, To = Day(9) }));

    [TestMethod]
    public void Every_assignment_that_shares_a_day_is_named_in_the_order_of_time() => Assert.AreEqual(
        "Choose other days: the same marketer is already assigned to this unit from 2026-04-01 to 2026-04-10.|"
        + "Choose other days: the same marketer is already assigned to this unit from 2026-04-20 to further notice.",
        Items(Right with { Others = [Other(Day(20), null), Other(Day(1), Day(10)), Other(Day(1), Day(9)), Other(Day(21), null)] }));

    [TestMethod]
    public void It_is_said_in_japanese_too() =>
        StringAssert.Contains(AssignmentRules.Judge(Right with { Marketer = null })!.In(Language.Japanese), "マーケターを選んでください", StringComparison.Ordinal);

    private static string Items(AssignmentDraft draft) => string.Join('|', AssignmentRules.Judge(draft)!.Items.Select(item => item.In(Language.English)));

    private static DateTime Day(int day) => new(2026, 4, day);

    private static Assignment Other(DateTime from, DateTime? to) => new(Id(9), Id(1), Id(2), from, to);
}
