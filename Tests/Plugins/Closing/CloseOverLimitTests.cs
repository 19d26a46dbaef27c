using System.ServiceModel;
using CrmExtensions.Local.Sales;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Closing while over the overdue limit (product.md 6, B2).</summary>
[TestClass]
public sealed class CloseOverLimitTests
{
    private const string Reflection = "90-second reflection";
    private const string Warning = "Too many overdue interviews";

    [TestMethod]
    [DataRow("Win", 5, false)]
    [DataRow("Win", 6, true)]
    [DataRow("Lose", 5, false)]
    [DataRow("Lose", 6, true)]
    [DataRow("row", 5, false)]
    [DataRow("row", 6, true)]
    public void Is_refused_by_every_way_to_close_and_loses_nothing(string path, int overdue, bool isRefused)
    {
        using var office = new Office(gate: true);
        office.Overdue(overdue);
        office.Policy((Setting.Enforcement, Block));
        var deal = office.Deal();

        if (!isRefused)
        {
            Close(office, deal, path);
            Assert.HasCount(1, office.Interviews(deal));
            return;
        }

        Assert.StartsWith("This deal cannot be closed yet.", Refusal(() => Close(office, deal, path)));
        office.Org.RunJobs();
        Assert.AreEqual("Open", StateOf(office, deal));
        Assert.IsEmpty(office.Interviews(deal));
        Assert.HasCount(overdue, office.Rows(OpportunityClose.Table));
        Assert.IsEmpty(office.Notices(office.RepId, Warning));

        office.Policy((Setting.Enforcement, Off));
        Close(office, deal, path);
        Assert.HasCount(1, office.Interviews(deal));
    }

    [TestMethod]
    [DataRow(1033, 6, "This deal cannot be closed yet. You have more overdue interviews (6) than are allowed (5). Please complete them, or ask for a waiver where the customer cannot be heard: {0}, {1}, {2}, {3}, {4} and 1 more.")]
    [DataRow(1041, 9, "この営業案件はまだクローズできません。期限超過のヒアリングが 9 件あり、上限（5 件）を超えています。先に完了するか、伺えないお客さまについては免除を申請してください：{0}、{1}、{2}、{3}、{4}、ほか 4 件。")]
    public void Is_refused_in_the_language_of_whoever_closes(int language, int overdue, string expected)
    {
        using var office = new Office(gate: true);
        var numbers = office.Overdue(overdue);
        office.Policy((Setting.Enforcement, Block));
        office.Speaks(office.RepId, language);

        Assert.AreEqual(string.Format(null, expected, [.. numbers]), Refusal(() => office.Win(office.Deal())));
    }

    [TestMethod]
    [DataRow("Win")]
    [DataRow("Lose")]
    [DataRow("row")]
    public void Is_warned_of_where_the_policy_says_so_and_the_deal_is_closed(string path)
    {
        using var office = new Office(gate: true);
        var numbers = office.Overdue(6);
        office.Policy((Setting.Enforcement, Warn));
        var deal = office.Deal();

        Close(office, deal, path);
        Assert.IsEmpty(office.Notices(office.RepId, Warning), "only after the close");
        office.Org.RunJobs();

        Assert.HasCount(1, office.Interviews(deal));
        var notice = office.Notices(office.RepId, Warning).Single();
        Assert.AreEqual("Warning", notice.FormattedValues[AppNotification.IconType]);
        Assert.AreEqual(
            $"You have more overdue interviews (6) than are allowed (5). Please complete them, or ask for a waiver where the customer cannot be heard: {string.Join(", ", numbers.Take(5))} and 1 more.",
            notice[AppNotification.Body]);
        Assert.HasCount(7, office.Notices(office.RepId, Reflection));
    }

    [TestMethod]
    [DataRow(Setting.EnforcementOption.Nothing, 6)]
    [DataRow(Setting.EnforcementOption.Warn, 5)]
    public void Goes_unmentioned_below_the_limit_or_without_a_policy(int enforcement, int overdue)
    {
        using var office = new Office(gate: true);
        office.Overdue(overdue);
        office.Policy((Setting.Enforcement, new OptionSetValue(enforcement)));
        var deal = office.Deal();

        office.Win(deal);
        office.Org.RunJobs();

        Assert.AreEqual("Won", StateOf(office, deal));
        Assert.IsEmpty(office.Notices(office.RepId, Warning));
    }

    [TestMethod]
    public void Counts_only_what_is_open_current_overdue_and_ones_own()
    {
        using var office = new Office(gate: true);
        office.Overdue(8);
        office.Policy((Setting.Enforcement, Block));
        var rows = office.Rows(Interview.Table);
        office.MakeOverdue(rows[0].Id, false);
        office.System.Update(new Entity(Interview.Table, rows[1].Id) { [Interview.OwnerId] = new EntityReference(SystemUser.Table, office.ManagerId), [Interview.ServerWrite] = "server" });
        Assert.Contains("(6)", Refusal(() => office.Win(office.Deal())));

        office.Reopen(rows[2].GetAttributeValue<EntityReference>(Interview.OpportunityId)!.Id);

        office.Win(office.Deal());
        Assert.HasCount(1, office.Rows(Interview.Table).Where(row => row.FormattedValues[Interview.Outcome] == "Won"));
    }

    [TestMethod]
    public void Is_not_looked_at_while_the_steps_of_the_gate_are_disabled_so_that_a_close_costs_four_service_calls()
    {
        using var office = new Office();
        office.Overdue(6);
        office.Policy((Setting.Enforcement, Block));

        office.Win(office.Deal());

        Assert.IsLessThanOrEqualTo(4, office.Org.Meter.MostServiceCalls["Win"]);
        Assert.AreEqual(0, office.Org.Meter.RunsOf("CrmExtensions.Closing.RefuseCloseOverLimit"));
    }

    [TestMethod]
    [DataRow("Lose", 6, Setting.EnforcementOption.Nothing, 1)]
    [DataRow("Lose", 6, Setting.EnforcementOption.Warn, 1)]
    [DataRow("Lose", 5, Setting.EnforcementOption.Block, 2)]
    [DataRow("Lose", 6, Setting.EnforcementOption.Block, 3)]
    [DataRow("row", 5, Setting.EnforcementOption.Block, 2)]
    [DataRow("row", 6, Setting.EnforcementOption.Block, 3)]
    public void Costs_two_service_calls_an_event_and_a_third_for_the_language_of_a_refusal(string path, int overdue, int enforcement, int expected)
    {
        using var office = new Office(new CloseBehavior { RaisesCreateOfRow = false }, gate: true);
        office.Overdue(overdue);
        office.Policy((Setting.Enforcement, new OptionSetValue(enforcement)));
        office.Org.EnableSteps(step => !step.IsGate, false);
        var deal = office.Deal();
        var calls = 0;
        office.Org.Meter.AtServiceCall = (_, _) => calls++;

        if (expected == 3)
        {
            Refusal(() => Close(office, deal, path));
        }
        else
        {
            Close(office, deal, path);
        }

        Assert.AreEqual(expected, calls);
    }

    private static OptionSetValue Off => new(Setting.EnforcementOption.Nothing);

    private static OptionSetValue Warn => new(Setting.EnforcementOption.Warn);

    private static OptionSetValue Block => new(Setting.EnforcementOption.Block);

    private static void Close(Office office, Guid deal, string path)
    {
        if (path != "row")
        {
            office.Close(path + "Opportunity", Office.CloseRow(deal));
            return;
        }

        var row = Office.CloseRow(deal);
        row[OpportunityClose.OpportunityStateCode] = new OptionSetValue(Opportunity.StateCodeOption.Won);
        office.Rep.Create(row);
    }

    private static string StateOf(Office office, Guid deal) => office.Rows(Opportunity.Table).Single(row => row.Id == deal).FormattedValues[Opportunity.StateCode];

    private static string Refusal(Action act) => Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(act).Message;
}
