using System.ServiceModel;
using System.Text.Json;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Seconds after a close its owner is asked for the reflection (product.md 9).</summary>
[TestClass]
public sealed class CloseNoticeTests
{
    [TestMethod]
    [DataRow(1033, "90-second reflection", "{0}: please note now, while it is fresh, how contested the deal was, what decided it and at which moment. The reflection is due on 2026-05-13.", "Open the interview")]
    [DataRow(1041, "振り返り 90秒", "{0}：記憶が新しいうちに、勝負の見立て・決め手・決まった場面を記入してください（振り返り期限 2026-05-13）。", "ヒアリングを開く")]
    public void A_new_interview_asks_its_owner_in_the_owners_language_and_leads_there(int language, string title, string body, string action)
    {
        using var office = new Office();
        office.Speaks(office.RepId, language);
        var deal = office.Deal();

        office.Win(deal);
        Assert.IsEmpty(office.Rows(AppNotification.Table), "not in the transaction of the close");
        office.Org.RunJobs();

        var interview = office.Interviews(deal).Single();
        var notice = office.Notices(office.RepId, title).Single();
        Assert.AreEqual(title, notice[AppNotification.Title]);
        Assert.AreEqual(string.Format(null, body, interview[Interview.Name]), notice[AppNotification.Body]);
        using var data = JsonDocument.Parse(notice.GetAttributeValue<string>(AppNotification.Data)!);
        var link = data.RootElement.GetProperty("actions")[0];
        Assert.AreEqual(action, link.GetProperty("title").GetString());
        Assert.AreEqual($"?pagetype=entityrecord&etn=wl_interview&id={interview.Id:D}", link.GetProperty("data").GetProperty("url").GetString());
        Assert.HasCount(1, office.Rows(AppNotification.Table));
    }

    [TestMethod]
    public void Preparing_it_again_asks_nobody_twice()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Win(deal);
        office.Org.RunJobs();

        office.System.Update(new Entity(Interview.Table, office.Interviews(deal).Single().Id) { [Interview.PreparationToken] = "again", [Interview.ServerWrite] = "server" });
        office.Org.RunJobs();

        Assert.HasCount(1, office.Rows(AppNotification.Table));
    }

    [TestMethod]
    public void One_reopened_in_the_meantime_asks_nobody()
    {
        using var office = new Office();
        var deal = office.Deal();
        office.Win(deal);
        office.Reopen(deal);

        office.Org.RunJobs();

        Assert.IsEmpty(office.Rows(AppNotification.Table));
    }

    [TestMethod]
    public void One_that_is_out_of_scope_by_policy_asks_nobody()
    {
        using var office = new Office();
        office.Policy((Setting.MinimumValue, 2_000_000m));
        var deal = office.Deal();
        office.Win(deal, revenue: 1_000_000m);

        office.Org.RunJobs();

        Assert.AreEqual("Out of scope", office.Interviews(deal).Single().FormattedValues[Interview.StatusCode]);
        Assert.IsTrue(office.Interviews(deal).Single().Contains(Interview.PreparedOn));
        Assert.IsEmpty(office.Rows(AppNotification.Table));
    }

    [TestMethod]
    public void Those_that_the_sweep_finds_ask_nobody_since_they_may_be_years_of_deals()
    {
        using var office = new Office();
        office.Org.EnableSteps(_ => true, false);
        var deal = office.Deal();
        office.Win(deal);
        office.Org.EnableSteps(_ => true, true);

        office.Sweep();

        Assert.AreEqual("Sweep", office.Interviews(deal).Single().FormattedValues[Interview.ClosedVia]);
        Assert.IsTrue(office.Interviews(deal).Single().Contains(Interview.PreparedOn));
        Assert.IsEmpty(office.Rows(AppNotification.Table));
    }

    [TestMethod]
    public void A_notification_that_cannot_be_sent_stops_nothing_else_and_is_traced()
    {
        using var office = new Office();
        office.Overdue(6);
        office.Policy((Setting.Enforcement, new OptionSetValue(Setting.EnforcementOption.Warn)));
        var deal = office.Deal();
        office.Org.Meter.AtServiceCall = (_, request) =>
        {
            if (request.RequestName == "SendAppNotification" && (string)request["Title"] == "90-second reflection")
            {
                throw new FaultException<OrganizationServiceFault>(new OrganizationServiceFault { ErrorCode = 1, Message = "In-app notifications are off." }, new FaultReason("In-app notifications are off."));
            }
        };

        office.Win(deal);
        office.Org.RunJobs();

        var interview = office.Interviews(deal).Single();
        Assert.IsTrue(interview.Contains(Interview.PreparedOn));
        Assert.AreEqual(office.RepId, interview.GetAttributeValue<EntityReference>(Interview.OwnerId)!.Id);
        Assert.HasCount(6, office.Notices(office.RepId, "90-second"));
        Assert.HasCount(1, office.Notices(office.RepId, "Too many"));
        Assert.IsEmpty(office.Org.FailedJobs);
        Assert.HasCount(1, office.Org.Traces.Entries.Where(entry => entry.Text.Contains("notification: In-app notifications are off.", StringComparison.Ordinal)));
    }
}
