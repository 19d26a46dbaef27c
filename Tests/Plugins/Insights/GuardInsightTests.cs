using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Insights;

/// <summary>People write the so-what and feature a card; everything else on it is the server's (architecture.md 4, S7).</summary>
[TestClass]
public sealed class GuardInsightTests
{
    [TestMethod]
    public void A_so_what_interprets_the_card_and_tells_who_wrote_it()
    {
        using var desk = Shared(out var marketer, out var who);
        var card = desk.Only().Id;

        marketer.Update(new Entity(Insight.Table, card) { [Insight.SoWhat] = "移行計画を提案の最初に置く" });
        Assert.AreEqual("Interpreted", desk.Only().Status());
        Assert.AreEqual(who, desk.Only().GetAttributeValue<EntityReference>(Insight.InterpretedById)!.Id);
        Assert.AreEqual(desk.Office.Now, desk.Only().GetAttributeValue<DateTime>(Insight.InterpretedOn));

        marketer.Update(new Entity(Insight.Table, card) { [Insight.CardStatus] = Desk.Choice(2) });
        Assert.AreEqual("Featured", desk.Only().Status());

        marketer.Update(new Entity(Insight.Table, card) { [Insight.SoWhat] = null });
        Assert.AreEqual("Not interpreted", desk.Only().Status());
        Assert.IsFalse(desk.Only().Contains(Insight.InterpretedById));
    }

    [TestMethod]
    public void Featuring_takes_a_so_what()
    {
        using var desk = Shared(out var marketer, out _);
        var before = Cards.Picture(desk.Only());

        var refusal = Desk.Refusal(() => marketer.Update(new Entity(Insight.Table, desk.Only().Id) { [Insight.CardStatus] = Desk.Choice(2) }));

        Assert.Contains("write under “So what”", refusal);
        Assert.AreEqual(before, Cards.Picture(desk.Only()));
    }

    [TestMethod]
    [DataRow(Insight.Quote, "別の言葉")]
    [DataRow(Insight.Name, "別の見出し")]
    [DataRow(Insight.Industry, "別の業種")]
    [DataRow(Insight.UsageCount, 99)]
    public void What_the_customer_said_is_not_rewritten(string column, object value)
    {
        using var desk = Shared(out var marketer, out _);
        var before = Cards.Picture(desk.Only());

        var refusal = Desk.Refusal(() => marketer.Update(new Entity(Insight.Table, desk.Only().Id) { [column] = value, [Insight.SoWhat] = "x" }));

        Assert.Contains(column, refusal);
        Assert.AreEqual(before, Cards.Picture(desk.Only()));
    }

    [TestMethod]
    public void The_servers_mark_is_beyond_the_reach_of_a_marketer()
    {
        using var desk = Shared(out var marketer, out _);
        var before = Cards.Picture(desk.Only());

        var refusal = Desk.Refusal(() => marketer.Update(new Entity(Insight.Table, desk.Only().Id) { [Insight.SourceVersion] = "99999999999999999999", [Insight.Quote] = "別の言葉" }));

        Assert.Contains(Insight.SourceVersion, refusal);
        Assert.AreEqual(before, Cards.Picture(desk.Only()));
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void An_older_version_never_overwrites_a_newer(bool onlySettingsAreOlder)
    {
        using var desk = Shared(out _, out _);
        var before = Cards.Picture(desk.Only());
        var versions = desk.Office.Rows(Insight.Table).Single().GetAttributeValue<string>(Insight.SourceVersion)!.Split('-');
        var older = onlySettingsAreOlder ? versions[0] + "-00000000000000000001" : "00000000000000000001-" + versions[1];

        var refusal = Desk.Refusal(() => desk.Office.System.Update(new Entity(Insight.Table, desk.Only().Id) { [Insight.SourceVersion] = older, [Insight.Quote] = "古い言葉" }));

        Assert.Contains("later version", refusal);
        Assert.AreEqual(before, Cards.Picture(desk.Only()));
    }

    [TestMethod]
    public void Nobody_deactivates_creates_or_deletes_a_card()
    {
        using var desk = Shared(out var marketer, out _);
        var card = desk.Only().Id;

        Assert.Contains(Insight.StateCode, Desk.Refusal(() => marketer.Update(new Entity(Insight.Table, card) { [Insight.StateCode] = new OptionSetValue(1), [Insight.StatusCode] = new OptionSetValue(2) })));
        Assert.Contains("prvCreatewl_Insight", Desk.Refusal(() => marketer.Create(new Entity(Insight.Table))));
        Assert.Contains("prvDeletewl_Insight", Desk.Refusal(() => marketer.Delete(Insight.Table, card)));
        Assert.Contains("prvWritewl_Insight", Desk.Refusal(() => desk.Office.Marketer.Update(new Entity(Insight.Table, card) { [Insight.SoWhat] = "x" })));
    }

    private static Desk Shared(out IOrganizationService marketer, out Guid who)
    {
        var desk = new Desk();
        desk.FillIn();
        desk.Complete();
        who = PublishedCardTests.MarketerOf(desk.Office);
        marketer = desk.Office.Org.As(who);
        return desk;
    }
}
