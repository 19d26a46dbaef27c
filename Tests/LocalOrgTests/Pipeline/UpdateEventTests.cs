using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Which updates a step hears of, and what it can make of them.</summary>
[TestClass]
public sealed class UpdateEventTests
{
    private readonly List<string> heard = [];

    // "Present in the request, changed or not" (platform-facts.md 2).
    [TestMethod]
    [DataRow("name", "same", true)]
    [DataRow("name", "other", true)]
    [DataRow("name", "", true)]
    [DataRow("description", "other", true)]
    [DataRow("stepname", "other", false)]
    public void A_filter_looks_at_what_is_in_the_request_changed_or_not(string column, string value, bool isHeard)
    {
        using var org = Some.Org();
        var deal = org.System.Add(Opportunity.Table, (Opportunity.Name, "same"));
        Listen(org, Opportunity.Table, [Opportunity.Name, Opportunity.Description]);

        org.System.Set(deal, (column, value));

        Assert.HasCount(isHeard ? 1 : 0, heard);
    }

    [TestMethod]
    public void A_filter_sees_columns_that_an_earlier_step_added()
    {
        using var org = Some.Org();
        var deal = org.System.Add(Opportunity.Table);
        org.On("Update", Opportunity.Table, Some.PreOperation, call => call.Target[Opportunity.Description] = "added");
        Listen(org, Opportunity.Table, [Opportunity.Description]);

        org.System.Set(deal, (Opportunity.Name, "a"));

        Assert.AreEqual("description name", string.Join(' ', heard));
    }

    [TestMethod]
    public void A_filter_does_not_matter_to_create()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, _ => heard.Add("create"), step => step with { FilteringColumns = [Account.Name] });

        org.System.Add(Account.Table);

        Assert.HasCount(1, heard);
    }

    // "Update with state + other columns: Update steps run twice" (PD/special-update-operation-behavior.md).
    [TestMethod]
    [DataRow("name", "name")]
    [DataRow("statecode", "statecode")]
    [DataRow("statuscode", "statuscode")]
    [DataRow("statecode statuscode", "statecode statuscode")]
    [DataRow("statecode name statuscode", "name | statecode statuscode")]
    public void State_and_other_columns_are_two_events(string columns, string events)
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table, (Account.Name, "a"));
        Listen(org, Account.Table, []);

        var isInactive = columns.Contains(Account.StateCode, StringComparison.Ordinal);
        org.System.Set(account, [.. columns.Split(' ').Select(column => (column, ValueOf(column, isInactive)))]);

        Assert.AreEqual(events, string.Join(" | ", heard));
        var kept = org.System.Read(account);
        Assert.AreEqual(columns.Contains("name", StringComparison.Ordinal) ? "b" : "a", kept[Account.Name]);
    }

    [TestMethod]
    public void Both_events_are_one_transaction()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table, (Account.Name, "a"));
        org.On("Update", Account.Table, Some.PostOperation, _ => throw new InvalidPluginExecutionException("no"), step => step with { FilteringColumns = [Account.StatusCode] });

        Some.Refusal(() => org.System.Set(account, (Account.Name, "b"), (Account.StatusCode, new OptionSetValue(Account.StatusCodeOption.Active))));

        Assert.AreEqual("a", org.System.Get<string>(account, Account.Name));
    }

    [TestMethod]
    [DataRow("Create", Some.PreValidation)]
    [DataRow("Create", Some.PreOperation)]
    [DataRow("Update", Some.PreValidation)]
    [DataRow("Update", Some.PreOperation)]
    public void A_step_before_the_main_operation_may_change_add_and_take_away_columns(string message, int stage)
    {
        using var org = Some.Org();
        org.On(message, Opportunity.Table, stage, call =>
        {
            call.Target[Opportunity.Name] = "changed";
            call.Target[Opportunity.StepName] = "added";
            call.Target.Attributes.Remove(Opportunity.Description);
        });

        var deal = org.System.Add(Opportunity.Table, (Opportunity.Name, "given"), (Opportunity.Description, "given"));
        if (message == "Update")
        {
            org.System.Set(deal, (Opportunity.Name, "again"), (Opportunity.Description, "again"));
        }

        var kept = org.System.Read(deal);
        Assert.AreEqual("changed", kept[Opportunity.Name]);
        Assert.AreEqual("added", kept[Opportunity.StepName]);
        Assert.AreEqual(message == "Create" ? null : "given", kept.GetAttributeValue<string>(Opportunity.Description));
    }

    [TestMethod]
    public void What_a_step_puts_into_the_target_is_checked_like_anything_else()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PreOperation, call => call.Target[Account.Name] = new string('x', 161));

        Assert.AreEqual(-2147204303, Some.Refusal(() => org.System.Add(Account.Table)).ErrorCode);
    }

    [TestMethod]
    public void A_step_after_the_main_operation_changes_the_target_in_vain()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, call => call.Target[Account.Name] = "late");

        var account = org.System.Add(Account.Table, (Account.Name, "given"));

        Assert.AreEqual("given", org.System.Get<string>(account, Account.Name));
    }

    private static object? ValueOf(string column, bool isInactive) => column switch
    {
        Account.StateCode => new OptionSetValue(Account.StateCodeOption.Inactive),
        Account.StatusCode => new OptionSetValue(isInactive ? Account.StatusCodeOption.Inactive : Account.StatusCodeOption.Active),
        _ => "b",
    };

    private void Listen(LocalOrg org, string table, IReadOnlyList<string> filter) => org.On(
        "Update",
        table,
        Some.PostOperation,
        call => heard.Add(string.Join(' ', call.Target.Attributes.Keys.Order())),
        step => step with { FilteringColumns = filter });
}
