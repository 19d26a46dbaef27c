using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Insights;

/// <summary>A card tells no more of the deal than k customers have in common (product.md 14, 12).</summary>
[TestClass]
public sealed class GeneralisedCardTests
{
    private const int Manufacturing = 17;
    private const int OtherManufacturing = 12;

    [TestMethod]
    //        month's own  half's own  group  k  industry   group    month
    [DataRow(2, 0, 0, 3, true, true, true, DisplayName = "three customers of one industry and month")]
    [DataRow(1, 0, 0, 3, false, false, false, DisplayName = "two customers in all")]
    [DataRow(1, 0, 1, 3, false, true, true, DisplayName = "a third one in the group")]
    [DataRow(1, 1, 0, 3, false, true, false, DisplayName = "a third one in the half")]
    [DataRow(0, 0, 0, 1, true, true, true, DisplayName = "k of one is off")]
    [DataRow(1, 0, 0, 2, true, true, true, DisplayName = "k is a setting")]
    public void It_takes_k_customers_to_tell(int sameMonth, int sameHalf, int sameGroup, int k, bool industry, bool group, bool month)
    {
        using var desk = new Desk();
        var office = desk.Office;
        office.Policy((Setting.AnonymityK, k));
        Others(office, sameMonth, Manufacturing, 2);
        Others(office, sameHalf, Manufacturing, 40);
        Others(office, sameGroup, OtherManufacturing, 3);
        desk.FillIn();

        desk.Complete();

        var card = desk.Only();
        Assert.AreEqual(
            (industry, group, month),
            (card.Contains(Insight.Industry), card.Contains(Insight.IndustryGroup), card.Contains(Insight.Month)));
        Assert.AreEqual(!(industry && month), card.GetAttributeValue<bool>(Insight.IsGeneralized));
    }

    [TestMethod]
    public void Many_deals_of_one_customer_are_one_customer()
    {
        using var desk = new Desk();
        for (var i = 0; i < 5; i++)
        {
            desk.Office.Lose(desk.Office.Deal(), Desk.Day(2 + i));
        }

        desk.FillIn();
        desk.Complete();

        Assert.IsFalse(desk.Only().Contains(Insight.Industry));
        Assert.IsTrue(desk.Only().GetAttributeValue<bool>(Insight.IsGeneralized));
    }

    [TestMethod]
    public void A_competitor_is_named_where_the_setting_says_so_and_nowhere_else()
    {
        using var desk = new Desk();
        var office = desk.Office;
        office.Policy((Setting.AnonymityK, 1));
        desk.FillIn();
        desk.Save(office.Rep, new Dictionary<string, object?> { [Interview.LossOutcome] = Desk.Choice(0), [Interview.DecidingRemark] = "Orrery Cloud の移行計画は見えた" });
        LostTo(desk, "Orrery Cloud");
        desk.Complete();
        Assert.DoesNotContain("Orrery", Cards.Picture(desk.Only()));

        office.Policy((Setting.SharesCompetitors, true));
        desk.Correct((Interview.Atmosphere, "落ち着いた雰囲気"));

        Assert.AreEqual("Orrery Cloud", desk.Only().GetAttributeValue<string>(Insight.Competitor));
        Assert.AreEqual("Orrery Cloud の移行計画は見えた", desk.Only().Words());
    }

    [TestMethod]
    public void A_competitor_that_would_single_the_customer_out_is_not_in_the_words_either()
    {
        using var desk = new Desk();
        var office = desk.Office;
        office.Policy((Setting.SharesCompetitors, true));
        desk.FillIn();
        desk.Save(office.Rep, new Dictionary<string, object?> { [Interview.LossOutcome] = Desk.Choice(0), [Interview.DecidingRemark] = "Orrery Cloud の移行計画は見えた" });
        LostTo(desk, "Orrery Cloud");

        desk.Complete();

        Assert.IsFalse(desk.Only().Contains(Insight.Competitor));
        Assert.AreEqual("〔競合〕 の移行計画は見えた", desk.Only().Words());
    }

    [TestMethod]
    [DataRow(Interview.Segment, Insight.Segment)]
    [DataRow(Interview.ProductLine, Insight.ProductLine)]
    [DataRow(Interview.ValueBand, Insight.ValueBand)]
    [DataRow(Interview.BusinessUnitIdAtClose, Insight.BusinessUnit)]
    [DataRow(Interview.IndustryCode, Insight.Industry)]
    [DataRow(InterviewCompetitor.CompetitorId, Insight.Competitor)]
    public void What_no_other_customer_shares_is_not_told(string column, string told)
    {
        foreach (var isShared in new[] { false, true })
        {
            using var desk = new Desk();
            var office = desk.Office;
            office.Policy((Setting.SharesCompetitors, true), (Setting.AnonymityK, isShared ? 1 : 3));
            Others(office, 2, Manufacturing, 2);
            desk.FillIn();
            Mark(desk, column);

            desk.Complete();

            Assert.AreEqual(isShared, desk.Only().Contains(told), Cards.Picture(desk.Only()));
        }
    }

    // Past the guards: what the snapshot holds depends on much else.
    private static void Mark(Desk desk, string column)
    {
        var office = desk.Office;
        if (column == InterviewCompetitor.CompetitorId)
        {
            desk.Save(office.Rep, Interview.LossOutcome, Desk.Choice(0));
            LostTo(desk, "Orrery Cloud");
            return;
        }

        office.Org.EnableSteps(step => !step.IsAsynchronous, false);
        desk.Save(office.System, column, column switch
        {
            Interview.ProductLine => "Order desk",
            Interview.BusinessUnitIdAtClose => new EntityReference(BusinessUnit.Table, office.Org.AddBusinessUnit("West")),
            Interview.IndustryCode => 33,
            Interview.Segment => Desk.Choice(1),
            _ => Desk.Choice(4),
        });
        office.Org.EnableSteps(step => !step.IsAsynchronous, true);
    }

    internal static void LostTo(Desk desk, string rival) => desk.Office.Rep.Create(new Entity(InterviewCompetitor.Table)
    {
        [InterviewCompetitor.InterviewId] = new EntityReference(Interview.Table, desk.Id),
        [InterviewCompetitor.CompetitorId] = new EntityReference(Competitor.Table, desk.Office.Rival(rival)),
        [InterviewCompetitor.IsFinalist] = true,
        [InterviewCompetitor.IsWinner] = true,
    });

    private static void Others(Office office, int count, int industry, int day)
    {
        for (var i = 0; i < count; i++)
        {
            var account = office.System.Create(new Entity(Account.Table) { [Account.Name] = "Other " + day + "-" + i, [Account.IndustryCode] = new OptionSetValue(industry) });
            var deal = office.Deal();
            office.Rep.Update(new Entity(Opportunity.Table, deal) { [Opportunity.ParentAccountId] = new EntityReference(Account.Table, account) });
            office.Lose(deal, Desk.Day(1).AddDays(day));
        }

        office.Org.RunJobs();
    }
}
