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
    [DataRow(null, 1L, false)]
    [DataRow(9L, 10L, false)]
    [DataRow(10L, 10L, true)]
    [DataRow(10L, 9L, true)]
    [DataRow(99_999_999_999L, 100_000_000_000L, false)]
    public void A_version_is_covered_by_itself_and_by_later_ones(long? stored, long version, bool expected)
    {
        var text = stored is { } number ? CardVersion.Text(number) : null;

        Assert.AreEqual(expected, CardVersion.Covers(text, CardVersion.Text(version)));
        Assert.AreEqual(expected && stored != version, CardRules.JudgeVersion(text, CardVersion.Text(version)) is not null);
    }

    private static CardEdit Edit(CardStatus before, string? soWhatBefore, CardStatus? sent, string? soWhat) =>
        new() { StatusBefore = before, SoWhatBefore = soWhatBefore, Status = sent, SendsSoWhat = soWhat is not null, SoWhat = soWhat };
}
