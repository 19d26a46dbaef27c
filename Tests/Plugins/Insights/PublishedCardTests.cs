using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Insights;

/// <summary>A completed interview makes a card that everybody may read (product.md 6, B6; architecture.md 4, A3).</summary>
[TestClass]
public sealed class PublishedCardTests
{
    [TestMethod]
    public void A_card_is_there_once_the_manager_has_approved_and_not_before()
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Move(desk.Office.Rep, 4);
        desk.Office.Org.RunJobs();
        Assert.AreEqual("Withdrawn", desk.Only().Status());
        Assert.AreEqual("", desk.Only().Words());

        desk.Move(desk.Office.Manager, 6);
        desk.Office.Org.RunJobs();

        var card = desk.Only();
        Assert.AreEqual("Not interpreted", card.Status());
        Assert.AreEqual("移行計画が見えない", card.Words());
        Assert.AreEqual("失注 / Lost · 顧客の社内会議 / Customer's internal meeting × 不安が消えた／残った / Risk resolved/remained", card.GetAttributeValue<string>(Insight.Name));
        Assert.AreEqual("H1", desk.Office.System.Retrieve(Reason.Table, card.GetAttributeValue<EntityReference>(Insight.ReasonId)!.Id, new Microsoft.Xrm.Sdk.Query.ColumnSet(Reason.Code)).GetAttributeValue<string>(Reason.Code));
        Assert.IsEmpty(desk.Office.Org.FailedJobs);
    }

    [TestMethod]
    public void Names_addresses_amounts_and_days_do_not_get_into_the_words()
    {
        using var desk = new Desk();
        desk.FillIn();
        var buyer = new EntityReference(Contact.Table, desk.Office.System.Create(new Entity(Contact.Table)
        {
            [Contact.FullName] = "鈴木 一郎",
            [Contact.ParentCustomerId] = new EntityReference(Account.Table, desk.Office.Account),
        }));
        desk.Save(desk.Office.Rep, new Dictionary<string, object?>
        {
            [Interview.RespondentId] = buyer,
            [Interview.DecidingRemark] = "鈴木部長が6/12に「Ａｏｚｏｒａ Ｆｏｏｄｓ様の1,250万円なら」と ichiro@aozora.example へ返信",
            [Interview.Before] = "03-1234-5678 に電話するまで迷っていた",
            [Interview.After] = "The Rep showed us a plan on 12 June",
        });

        desk.Complete();

        var words = desk.Only().Words();
        foreach (var secret in new[] { "鈴木", "Aozora", "Ａｏｚｏｒａ", "1,250", "ichiro", "03-1234", "12 June", "6/12" })
        {
            Assert.DoesNotContain(secret, words);
        }

        Assert.Contains("6月", words);
        Assert.Contains("500万", words);
        Assert.Contains("迷っていた", words);
        Assert.Contains("showed us a plan", words);
    }

    [TestMethod]
    [DataRow(0, 0, "Not interpreted", "移行計画が見えない")]
    [DataRow(1, 4, "Not interpreted", "")]
    [DataRow(2, 4, "Withdrawn", "")]
    [DataRow(3, 4, "Withdrawn", "")]
    [DataRow(0, 3, "Withdrawn", "")]
    public void How_much_is_shared_follows_the_level_and_the_customers_wish(int level, int consent, string status, string words)
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Save(desk.Office.Rep, new Dictionary<string, object?> { [Interview.SharingLevel] = Desk.Choice(level), [Interview.CustomerConsent] = Desk.Choice(consent) });

        desk.Complete();

        Assert.AreEqual(status, desk.Only().Status());
        Assert.AreEqual(words, desk.Only().Words());
    }

    [TestMethod]
    public void A_correction_refreshes_the_card_and_keeps_what_people_have_written()
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Complete();
        Interpret(desk, "移行計画を提案の最初に置く", featured: true);

        desk.Correct((Interview.DecidingRemark, "導入計画が見えないという一言"));

        var card = desk.Only();
        Assert.AreEqual("導入計画が見えないという一言", card.Words());
        Assert.AreEqual("移行計画を提案の最初に置く", card.GetAttributeValue<string>(Insight.SoWhat));
        Assert.AreEqual("Featured", card.Status());
    }

    [TestMethod]
    public void A_card_comes_back_as_far_as_people_had_come_whether_its_withdrawal_was_seen_or_not()
    {
        foreach (var isSeen in new[] { true, false })
        {
            using var desk = new Desk();
            desk.FillIn();
            desk.Complete();
            Interpret(desk, "移行計画を提案の最初に置く", featured: true);

            desk.Move(desk.Office.Manager, 5);
            if (isSeen)
            {
                desk.Office.Org.RunJobs();
                Assert.AreEqual("Withdrawn", desk.Only().Status());
            }

            desk.Complete();

            Assert.AreEqual("Featured", desk.Only().Status());
        }
    }

    [TestMethod]
    public void A_reopened_deal_withdraws_the_card_and_the_next_close_has_a_card_of_its_own()
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Complete();
        Interpret(desk, "移行計画を提案の最初に置く");

        desk.Office.Reopen(desk.Deal);
        desk.Office.Org.RunJobs();

        var withdrawn = desk.Only();
        Assert.AreEqual("Withdrawn", withdrawn.Status());
        Assert.AreEqual("移行計画を提案の最初に置く", withdrawn.GetAttributeValue<string>(Insight.SoWhat));
        Assert.AreEqual(
            "wl_cardstatus: Withdrawn\nwl_interpretedbyid: Marketer\nwl_interpretedon: 5/11/2026 10:00 AM\nwl_isgeneralized: No\nwl_name: 失注 / Lost\nwl_outcome: Lost\nwl_sowhat: 移行計画を提案の最初に置く\nwl_statusbefore: 1",
            Cards.Picture(withdrawn));
        desk.Office.Lose(desk.Deal, Desk.Day(9));
        desk.Office.Org.RunJobs();
        Assert.HasCount(1, Cards.Of(desk.Office.Marketer));
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_customer_who_does_not_wish_to_be_quoted_takes_the_so_what_along(bool byPurge)
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Complete();
        Interpret(desk, "部長は移行計画が見えないと言った");

        if (byPurge)
        {
            var officer = desk.Office.Org.As(desk.Office.Org.AddUser("Privacy officer", null, ["WL Privacy Officer", "Basic User"]));
            officer.Execute(new OrganizationRequest("wl_PurgeInterview") { ["InterviewKey"] = desk.Id.ToString("D"), ["Reason"] = "本人からの申し出" });
            desk.Office.Org.RunJobs();
        }
        else
        {
            desk.Correct((Interview.CustomerConsent, Desk.Choice(3)));
        }

        Assert.AreEqual("wl_cardstatus: Withdrawn\nwl_isgeneralized: No\nwl_name: 失注 / Lost\nwl_outcome: Lost", Cards.Picture(desk.Only()));
    }

    [TestMethod]
    public void A_hearing_that_was_waived_makes_no_card()
    {
        using var desk = new Desk();
        desk.AskForWaiver();
        desk.DecideWaiver(desk.Office.Manager, 1);
        desk.Save(desk.Office.Rep, Desk.Reflection(desk.Office));
        desk.Save(desk.Office.Rep, Desk.Note);
        desk.Move(desk.Office.Rep, 4);
        desk.Move(desk.Office.Manager, 7);
        desk.Office.Org.RunJobs();

        Assert.AreEqual("Withdrawn", desk.Only().Status());
    }

    private static void Interpret(Desk desk, string soWhat, bool featured = false)
    {
        var marketer = desk.Office.Org.As(MarketerOf(desk.Office));
        var card = desk.Only().Id;
        marketer.Update(new Entity(Insight.Table, card) { [Insight.SoWhat] = soWhat });
        if (featured)
        {
            marketer.Update(new Entity(Insight.Table, card) { [Insight.CardStatus] = Desk.Choice(2) });
        }
    }

    internal static Guid MarketerOf(Office office) => office.Org.AddUser("Marketer", null, ["WL Marketer", "Basic User"]);
}
