using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Insights;

/// <summary>The sweep makes the cards anew that were made under older settings (product.md 6, B10; architecture.md 4, A3 and S7).</summary>
[TestClass]
public sealed class ChangedSettingsTests
{
    private const string Part = "cards";

    // What one call of the sweep makes at most.
    private const int MostCards = 50;

    [TestMethod]
    public void Competitors_are_gone_from_the_cards_once_the_setting_hides_them()
    {
        using var desk = NamesRival();
        desk.Office.Policy((Setting.SharesCompetitors, false));

        desk.Office.Sweep();

        Assert.IsFalse(desk.Only().Contains(Insight.Competitor));
        Assert.AreEqual("〔競合〕 の移行計画は見えた", desk.Only().Words());
        Assert.IsEmpty(desk.Office.Org.FailedJobs);
    }

    [TestMethod]
    public void A_raised_k_makes_the_cards_tell_less_and_a_lowered_one_more()
    {
        using var desk = NamesRival();
        desk.Office.Policy((Setting.AnonymityK, 3));

        desk.Office.Sweep();

        Assert.DoesNotContain("Orrery", Cards.Picture(desk.Only()));
        Assert.IsFalse(desk.Only().Contains(Insight.Month));
        Assert.IsTrue(desk.Only().GetAttributeValue<bool>(Insight.IsGeneralized));

        desk.Office.Policy((Setting.AnonymityK, 1));
        desk.Office.Sweep();

        Assert.Contains("Orrery", desk.Only().Words());
        Assert.IsTrue(desk.Only().Contains(Insight.Month));
    }

    [TestMethod]
    public void A_second_sweep_changes_nothing()
    {
        using var desk = NamesRival();
        desk.Office.Policy((Setting.SharesCompetitors, false));
        Assert.AreEqual("1", string.Join(' ', SweepPart.Run(desk.Office, Part)));
        var version = Version(desk);

        Assert.AreEqual("0", string.Join(' ', SweepPart.Run(desk.Office, Part)));
        Assert.AreEqual(version, Version(desk));
    }

    [TestMethod]
    public void What_people_wrote_stays()
    {
        using var desk = NamesRival();
        var marketer = desk.Office.Org.As(PublishedCardTests.MarketerOf(desk.Office));
        marketer.Update(new Entity(Insight.Table, desk.Only().Id) { [Insight.SoWhat] = "移行計画を提案の最初に置く", [Insight.CardStatus] = Desk.Choice(2) });
        var before = desk.Only();
        desk.Office.Policy((Setting.SharesCompetitors, false));

        desk.Office.Sweep();

        var card = desk.Only();
        Assert.IsFalse(card.Contains(Insight.Competitor));
        Assert.AreEqual(("移行計画を提案の最初に置く", "Featured"), (card.GetAttributeValue<string>(Insight.SoWhat), card.Status()));
        Assert.AreEqual(before[Insight.InterpretedById], card[Insight.InterpretedById]);
        Assert.AreEqual(before[Insight.InterpretedOn], card[Insight.InterpretedOn]);
    }

    [TestMethod]
    public void A_setting_that_no_card_depends_on_publishes_none_anew()
    {
        using var desk = NamesRival();
        var before = desk.Only();
        desk.Office.Policy((Setting.OverdueLimit, 7));
        desk.Office.Advance(TimeSpan.FromHours(1));

        desk.Office.Sweep();

        Assert.AreEqual(Cards.Picture(before), Cards.Picture(desk.Only()));
        Assert.AreEqual(before[Insight.PublishedOn], desk.Only()[Insight.PublishedOn]);

        desk.Office.Policy((Setting.SharesCompetitors, false));
        desk.Office.Sweep();

        Assert.AreEqual(desk.Office.Now, desk.Only()[Insight.PublishedOn]);
    }

    [TestMethod]
    public void Settings_never_bring_a_withdrawn_card_back()
    {
        using var desk = NamesRival();
        desk.Office.Reopen(desk.Deal);
        desk.Office.Org.RunJobs();
        var before = Cards.Picture(desk.Only());
        desk.Office.Policy((Setting.AnonymityK, 2));

        desk.Office.Sweep();

        Assert.AreEqual("Withdrawn", desk.Only().Status());
        Assert.AreEqual(before, Cards.Picture(desk.Only()));
    }

    [TestMethod]
    public void A_call_makes_a_bounded_number_and_the_next_goes_on()
    {
        using var desk = NamesRival();
        AddSubmitted(desk.Office, MostCards);
        Assert.AreEqual(MostCards, SweepPart.Run(desk.Office, Part).Sum());
        desk.Office.Policy((Setting.SharesCompetitors, false));

        Assert.AreEqual("50 1", string.Join(' ', SweepPart.Run(desk.Office, Part)));
        Assert.AreEqual("0", string.Join(' ', SweepPart.Run(desk.Office, Part)));
    }

    // As if they had been submitted once; what makes cards is left to the sweep.
    private static void AddSubmitted(Office office, int count)
    {
        var deals = Enumerable.Range(0, count).Select(_ => office.Deal()).ToList();
        deals.ForEach(deal => office.Lose(deal, Desk.Day(2)));
        office.Org.EnableSteps(_ => true, false);
        foreach (var interview in deals.SelectMany(office.Interviews))
        {
            office.System.Update(new Entity(Interview.Table, interview.Id) { [Interview.FirstSubmittedOn] = office.Now });
        }

        office.Org.EnableSteps(_ => true, true);
    }

    private static Desk NamesRival()
    {
        var desk = new Desk();
        desk.Office.Policy((Setting.AnonymityK, 1), (Setting.SharesCompetitors, true));
        desk.FillIn();
        desk.Save(desk.Office.Rep, new Dictionary<string, object?> { [Interview.LossOutcome] = Desk.Choice(0), [Interview.DecidingRemark] = "Orrery Cloud の移行計画は見えた" });
        GeneralisedCardTests.LostTo(desk, "Orrery Cloud");
        desk.Complete();
        Assert.AreEqual("Orrery Cloud", desk.Only().GetAttributeValue<string>(Insight.Competitor));
        return desk;
    }

    private static long Version(Desk desk) => desk.Office.Rows(Insight.Table).Single().GetAttributeValue<long>(Insight.VersionNumber);
}
