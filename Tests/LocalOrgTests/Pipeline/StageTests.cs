using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Which steps run for a message, and when (PD/event-framework.md).</summary>
[TestClass]
public sealed class StageTests
{
    private readonly List<string> ran = [];

    [TestMethod]
    public void Stages_run_in_order_whatever_the_order_of_registration()
    {
        using var org = Some.Org();
        org.Later("Create", Account.Table, Log("async"));
        org.On("Create", Account.Table, Some.PostOperation, Log("post"));
        org.On("Create", Account.Table, Some.PreOperation, Log("pre"));
        org.On("Create", Account.Table, Some.PreValidation, Log("validation"));

        org.System.Add(Account.Table);
        org.RunJobs();

        Assert.AreEqual("validation pre post async", string.Join(' ', ran));
    }

    [TestMethod]
    [DataRow(Some.PreValidation)]
    [DataRow(Some.PreOperation)]
    [DataRow(Some.PostOperation)]
    public void The_rank_decides_within_a_stage(int stage)
    {
        using var org = Some.Org();
        org.On("Update", Account.Table, stage, Log("third"), step => step with { Rank = 20 });
        org.On("Update", Account.Table, stage, Log("first"), step => step with { Rank = 1 });
        org.On("Update", Account.Table, stage, Log("second"), step => step with { Rank = 3 });

        org.System.Set(org.System.Add(Account.Table), (Account.Name, "a"));

        Assert.AreEqual("first second third", string.Join(' ', ran));
    }

    [TestMethod]
    public void Only_steps_of_that_message_and_table_run()
    {
        using var org = Some.Org();
        org.On("Update", Account.Table, Some.PostOperation, Log("update"));
        org.On("Delete", Account.Table, Some.PostOperation, Log("delete"));
        org.On("Create", Contact.Table, Some.PostOperation, Log("contact"));

        var account = org.System.Add(Account.Table);
        org.System.Remove(account);

        Assert.AreEqual("delete", string.Join(' ', ran));
    }

    [TestMethod]
    public void A_step_that_is_off_does_not_run_until_it_is_on_again()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, Log("one"), step => step with { Name = "one" });
        org.On("Create", Account.Table, Some.PostOperation, Log("two"), step => step with { Name = "two" });

        org.EnableSteps(step => step.Name == "one", isEnabled: false);
        org.System.Add(Account.Table);
        Assert.AreEqual("two", string.Join(' ', ran));

        org.EnableSteps(step => step.Name == "one", isEnabled: true);
        org.System.Add(Account.Table);
        Assert.AreEqual("two one two", string.Join(' ', ran));
    }

    [TestMethod]
    public void Steps_of_a_message_within_run_before_the_outer_one_goes_on()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PreOperation, call =>
        {
            ran.Add("before");
            call.Service.Add(Contact.Table);
            ran.Add("after");
        });
        org.On("Create", Contact.Table, Some.PreOperation, Log("contact pre"));
        org.On("Create", Contact.Table, Some.PostOperation, Log("contact post"));
        org.On("Create", Account.Table, Some.PostOperation, Log("account post"));

        org.System.Add(Account.Table);

        Assert.AreEqual("before, contact pre, contact post, after, account post", string.Join(", ", ran));
    }

    [TestMethod]
    [DataRow("Retrieve")]
    [DataRow("RetrieveMultiple")]
    [DataRow("Associate")]
    [DataRow("Disassociate")]
    [DataRow("SetState")]
    public void Other_messages_run_steps_too(string message)
    {
        using var org = Some.Org();
        org.On(message, Opportunity.Table, Some.PostOperation, Log(message));
        var deal = org.System.Add(Opportunity.Table);
        var rival = org.System.Add(Competitor.Table);
        var relationship = new Relationship("opportunitycompetitors_association");

        org.System.Read(deal);
        org.System.RetrieveMultiple(new Microsoft.Xrm.Sdk.Query.QueryExpression(Opportunity.Table));
        org.System.Associate(Opportunity.Table, deal.Id, relationship, [rival]);
        org.System.Disassociate(Opportunity.Table, deal.Id, relationship, [rival]);
        org.System.Execute(new OrganizationRequest("SetState")
        {
            ["EntityMoniker"] = deal,
            ["State"] = new OptionSetValue(Opportunity.StateCodeOption.Open),
            ["Status"] = new OptionSetValue(Opportunity.StatusCodeOption.OnHold),
        });

        Assert.AreEqual(message, string.Join(' ', ran));
    }

    // "After 2015: SetState message steps don't fire for UpdateRequest state changes", nor Update steps for SetState (platform-facts.md 1).
    [TestMethod]
    public void Set_state_and_update_have_steps_of_their_own()
    {
        using var org = Some.Org();
        org.On("SetState", Account.Table, Some.PostOperation, Log("SetState"));
        org.On("Update", Account.Table, Some.PostOperation, Log("Update"));
        var account = org.System.Add(Account.Table);

        org.System.Set(account, (Account.StateCode, new OptionSetValue(Account.StateCodeOption.Inactive)));
        org.System.Execute(new OrganizationRequest("SetState")
        {
            ["EntityMoniker"] = account,
            ["State"] = new OptionSetValue(Account.StateCodeOption.Active),
            ["Status"] = new OptionSetValue(Account.StatusCodeOption.Active),
        });

        Assert.AreEqual("Update SetState", string.Join(' ', ran));
        Assert.AreEqual(new OptionSetValue(Account.StateCodeOption.Active), org.System.Get<OptionSetValue>(account, Account.StateCode));
    }

    private Action<PluginCall> Log(string what) => _ => ran.Add(what);
}
