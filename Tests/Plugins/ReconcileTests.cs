using System.ServiceModel;
using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>wl_Reconcile goes over everything, however old, and tells what it found and changed (product.md 6, B11).</summary>
[TestClass]
public sealed class ReconcileTests
{
    private const string Key = "OpportunityKey";
    private const string Token = "ContinuationToken";

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_second_close_that_no_sweep_finds_any_more_is_found(bool apiInTransaction)
    {
        using var office = new Office(apiInTransaction: apiInTransaction);
        var deal = OldSecondClose(office);
        office.Sweep();
        Assert.HasCount(1, office.Interviews(deal), "the sweep finds it after all");

        var first = All(office);
        var second = All(office);

        CollectionAssert.AreEqual(new[] { "Superseded", "Not started" }, office.Interviews(deal).Select(row => row.FormattedValues[Interview.StatusCode]).ToList());
        Assert.AreEqual((1, 1, $"Opportunity {deal:D}: interviews made 1, interviews superseded 1"), first);
        Assert.AreEqual((1, 0, ""), second);
    }

    [TestMethod]
    public void The_report_speaks_the_callers_language()
    {
        using var office = new Office();
        var deal = OldSecondClose(office);
        var caller = office.Org.AddUser("Operator", office.Unit, ["System Administrator"]);
        office.System.Create(new Entity(UserSettings.Table, caller) { [UserSettings.UILanguageId] = 1041 });

        var answer = office.Org.As(caller).Execute(new OrganizationRequest("wl_Reconcile"));

        Assert.AreEqual($"案件 {deal:D}：ヒアリング作成 1 件、ヒアリング取消 1 件", answer.Results["Report"]);
    }

    [TestMethod]
    public void A_call_looks_at_fifty_and_the_last_one_says_that_it_is_through()
    {
        using var office = new Office();
        office.Org.EnableSteps(_ => true, false);
        for (var deal = 0; deal < 110; deal++)
        {
            office.Win(office.Deal(), Desk.Day(1));
        }

        office.Deal();
        office.Org.EnableSteps(_ => true, true);
        var found = new List<int>();
        var token = "";
        do
        {
            var answer = Call(office.System, (Token, token));
            found.Add((int)answer.Results["Found"]);
            Assert.AreEqual(answer.Results["Found"], answer.Results["Changed"]);
            token = (string)answer.Results[Token];
        }
        while (token.Length > 0);

        CollectionAssert.AreEqual(new[] { 50, 50, 10 }, found);
        Assert.HasCount(110, office.Rows(Interview.Table));
        Assert.AreEqual((110, 0, ""), All(office));
    }

    [TestMethod]
    public void A_slow_call_ends_long_before_two_minutes_and_goes_on_where_it_was()
    {
        using var office = new Office();
        office.Org.EnableSteps(_ => true, false);
        for (var deal = 0; deal < 12; deal++)
        {
            office.Win(office.Deal(), Desk.Day(1));
        }

        office.Org.EnableSteps(_ => true, true);
        office.Org.Meter.AtServiceCall = (_, request) =>
        {
            if (request is CreateRequest { Target.LogicalName: Interview.Table })
            {
                office.Advance(TimeSpan.FromSeconds(10));
            }
        };

        var began = office.Now;
        var answer = Call(office.System);

        Assert.IsLessThan(TimeSpan.FromSeconds(80), office.Now - began);
        Assert.AreEqual(5, answer.Results["Found"]);
        Assert.AreNotEqual("", answer.Results[Token]);
        Assert.AreEqual(12, All(office).Found);
        Assert.HasCount(12, office.Rows(Interview.Table));
    }

    [TestMethod]
    public void Closes_before_go_live_are_left_alone_unless_their_opportunity_is_named()
    {
        using var office = new Office();
        office.Policy((Setting.GoLiveOn, new DateTime(2026, 4, 5)));
        office.Org.EnableSteps(_ => true, false);
        var (before, after) = (office.Deal(), office.Deal());
        office.Win(before, Desk.Day(4));
        office.Win(after, Desk.Day(5));
        office.Org.EnableSteps(_ => true, true);

        Assert.AreEqual(1, All(office).Found);
        Assert.IsEmpty(office.Interviews(before));
        Assert.HasCount(1, office.Interviews(after));

        Call(office.System, (Key, before.ToString("B")));
        Assert.HasCount(1, office.Interviews(before));
    }

    [TestMethod]
    public void Only_the_opportunity_that_is_named_is_looked_at()
    {
        using var office = new Office();
        office.Org.EnableSteps(_ => true, false);
        var (named, other) = (office.Deal(), office.Deal());
        office.Win(named, Desk.Day(1));
        office.Win(other, Desk.Day(1));
        office.Org.EnableSteps(_ => true, true);

        var answer = Call(office.System, (Key, named.ToString("D")));

        Assert.AreEqual((1, 1, ""), (answer.Results["Found"], answer.Results["Changed"], answer.Results[Token]));
        Assert.AreEqual($"Opportunity {named:D}: interviews made 1", answer.Results["Report"]);
        Assert.IsEmpty(office.Interviews(other));
        Assert.AreEqual(0, Call(office.System, (Key, named.ToString("D"))).Results["Changed"]);
    }

    [TestMethod]
    public void One_opportunity_that_cannot_be_put_right_is_reported_and_keeps_no_other_from_it()
    {
        using var office = new Office();
        office.Org.EnableSteps(_ => true, false);
        var (sick, sound) = (office.Deal(), office.Deal());
        office.Win(sick, Desk.Day(1));
        office.Win(sound, Desk.Day(1));
        office.Org.EnableSteps(_ => true, true);
        office.Org.Meter.AtServiceCall = (_, request) =>
        {
            if (request is CreateRequest { Target: { LogicalName: Interview.Table } row } && row.GetAttributeValue<string>(Interview.OpportunityKey) == sick.ToString("D"))
            {
                throw new FaultException<OrganizationServiceFault>(new OrganizationServiceFault { ErrorCode = -2147220970 }, "An unexpected error occurred.");
            }
        };

        var (found, changed, report) = All(office);

        Assert.AreEqual((2, 1), (found, changed));
        Assert.Contains($"{sick:D}: not repaired: An unexpected error occurred.", report);
        Assert.Contains($"{sound:D}: interviews made 1", report);
        Assert.HasCount(1, office.Interviews(sound));
    }

    [TestMethod]
    public void An_org_without_closes_is_through_at_once()
    {
        using var office = new Office();
        office.Deal();

        Assert.AreEqual((0, 0, ""), All(office));
    }

    // Won, reopened and won again while nothing was on, and 36 days ago: the first interview looks right.
    private static Guid OldSecondClose(Office office)
    {
        var deal = office.Deal();
        office.Win(deal, Desk.Day(1));
        office.Org.RunJobs();
        office.Org.EnableSteps(_ => true, false);
        office.Reopen(deal);
        office.Win(deal, Desk.Day(2));
        office.Org.EnableSteps(_ => true, true);
        office.Advance(TimeSpan.FromDays(36));
        return deal;
    }

    private static (int Found, int Changed, string Report) All(Office office)
    {
        var (found, changed, lines) = (0, 0, new List<string>());
        var token = "";
        do
        {
            var answer = Call(office.System, (Token, token));
            found += (int)answer.Results["Found"];
            changed += (int)answer.Results["Changed"];
            lines.Add((string)answer.Results["Report"]);
            token = (string)answer.Results[Token];
        }
        while (token.Length > 0);
        office.Org.RunJobs();
        return (found, changed, string.Join('\n', lines.Where(line => line.Length > 0)));
    }

    private static OrganizationResponse Call(IOrganizationService who, params (string Name, string Value)[] parameters)
    {
        var request = new OrganizationRequest("wl_Reconcile");
        foreach (var (name, value) in parameters)
        {
            request[name] = value;
        }

        return who.Execute(request);
    }
}
