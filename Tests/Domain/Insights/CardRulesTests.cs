using CrmExtensions.Insights;
using CrmExtensions.Texts;

namespace CrmExtensions.Tests.Insights;

[TestClass]
public sealed class CardRulesTests
{
    [TestMethod]
    //       before                    so-what  sent status              sent so-what  refused with
    [DataRow(CardStatus.NotInterpreted, null, null, "移行計画を先に出す", null, DisplayName = "a so-what alone")]
    [DataRow(CardStatus.NotInterpreted, null, CardStatus.Interpreted, null, Text.CardNeedsSoWhat, DisplayName = "interpreted without one")]
    [DataRow(CardStatus.NotInterpreted, null, CardStatus.Featured, " ", Text.CardNeedsSoWhat, DisplayName = "featured with blanks")]
    [DataRow(CardStatus.NotInterpreted, null, CardStatus.Featured, "x", null, DisplayName = "featured together with one")]
    [DataRow(CardStatus.Interpreted, "x", CardStatus.Featured, null, null, DisplayName = "featured later")]
    [DataRow(CardStatus.Featured, "x", CardStatus.Interpreted, null, null, DisplayName = "featured no more")]
    [DataRow(CardStatus.Featured, "x", CardStatus.Withdrawn, null, Text.CardIsNotYoursToWithdraw, DisplayName = "withdrawn by a person")]
    [DataRow(CardStatus.Withdrawn, "x", CardStatus.Featured, null, Text.CardIsWithdrawn, DisplayName = "brought back by a person")]
    [DataRow(CardStatus.Withdrawn, null, null, "x", Text.CardIsWithdrawn, DisplayName = "a so-what about nothing")]
    public void What_people_may_change_of_a_card(CardStatus before, string? soWhatBefore, CardStatus? sent, string? soWhat, Text? refusal) =>
        Assert.AreEqual(refusal, CardRules.Judge(Edit(before, soWhatBefore, sent, soWhat))?.What.Text);

    [TestMethod]
    public void What_the_server_writes_is_named_when_somebody_else_would()
    {
        var refusal = CardRules.Judge(new CardEdit { Fixed = ["wl_quote", "wl_industry"] })!;

        Assert.Contains("wl_quote, wl_industry", refusal.In(Language.English));
        Assert.Contains("wl_quote, wl_industry", refusal.In(Language.Japanese));
    }

    [TestMethod]
    [DataRow(CardStatus.NotInterpreted, null, null, "x", CardStatus.Interpreted, DisplayName = "a so-what interprets")]
    [DataRow(CardStatus.NotInterpreted, "x", CardStatus.Featured, null, CardStatus.Featured, DisplayName = "a person features")]
    [DataRow(CardStatus.Featured, "x", null, "y", CardStatus.Featured, DisplayName = "a better so-what keeps it featured")]
    [DataRow(CardStatus.Featured, "x", null, "", CardStatus.NotInterpreted, DisplayName = "without a so-what nothing is featured")]
    [DataRow(CardStatus.Interpreted, "x", CardStatus.NotInterpreted, null, CardStatus.Interpreted, DisplayName = "a card with a so-what is interpreted, whatever is sent")]
    public void The_status_follows_the_so_what(CardStatus before, string? soWhatBefore, CardStatus? sent, string? soWhat, CardStatus expected) =>
        Assert.AreEqual(expected, CardRules.StatusAfter(Edit(before, soWhatBefore, sent, soWhat)));

    [TestMethod]
    [DataRow(null, null, CardStatus.NotInterpreted)]
    [DataRow(CardStatus.Withdrawn, null, CardStatus.NotInterpreted)]
    [DataRow(CardStatus.Withdrawn, "x", CardStatus.Interpreted)]
    [DataRow(CardStatus.Featured, "x", CardStatus.Featured)]
    public void A_card_that_is_shared_again_is_as_far_as_people_had_come(CardStatus? before, string? soWhat, CardStatus expected) =>
        Assert.AreEqual(expected, CardRules.StatusWhenShared(before, soWhat));

    [TestMethod]
    //       stored: interview, settings  made from  is as new
    [DataRow(9L, 5L, 10L, 5L, false)]
    [DataRow(10L, 5L, 10L, 5L, true)]
    [DataRow(10L, 5L, 9L, 5L, true)]
    [DataRow(99_999_999_999L, 5L, 100_000_000_000L, 5L, false)]
    [DataRow(10L, 5L, 10L, 6L, false, DisplayName = "newer settings")]
    [DataRow(10L, 6L, 10L, 5L, true, DisplayName = "older settings")]
    [DataRow(10L, 9L, 10L, 10L, false, DisplayName = "settings that are newer by number")]
    [DataRow(10L, 5L, 9L, 99L, true, DisplayName = "newer settings never bring an older interview back")]
    [DataRow(9L, 99L, 10L, 5L, false, DisplayName = "a newer interview whatever the settings")]
    [DataRow(long.MaxValue, long.MaxValue, long.MaxValue, long.MaxValue, true)]
    public void A_version_is_covered_by_itself_and_by_later_ones(long storedInterview, long storedSettings, long interview, long settings, bool expected)
    {
        var (stored, version) = (CardVersion.Text(storedInterview, storedSettings), CardVersion.Text(interview, settings));

        Assert.AreEqual(expected, CardVersion.Covers(stored, version));
        Assert.AreEqual(expected && stored != version, CardRules.JudgeVersion(stored, version) is not null);
    }

    [TestMethod]
    public void No_version_covers_nothing_and_stands_in_the_way_of_none()
    {
        Assert.IsFalse(CardVersion.Covers(null, CardVersion.Text(0, 0)));
        Assert.IsNull(CardRules.JudgeVersion(null, CardVersion.Text(0, 0)));
    }

    private static CardEdit Edit(CardStatus before, string? soWhatBefore, CardStatus? sent, string? soWhat) =>
        new() { StatusBefore = before, SoWhatBefore = soWhatBefore, Status = sent, SendsSoWhat = soWhat is not null, SoWhat = soWhat };
}
