using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>
/// PreValidation "participates in [the] existing transaction"; where there is none, "no transaction is created" and "each request uses
/// independent transaction to the database" (PD/scalable-customization-design/database-transactions.md, "Plug-in transaction use summary").
/// </summary>
[TestClass]
public sealed class PreValidationTests
{
    [TestMethod]
    [DataRow(Some.PreValidation)]
    [DataRow(Some.PreOperation)]
    [DataRow(Some.PostOperation)]
    public void What_it_writes_of_a_request_from_outside_stays_whatever_refuses_the_request(int stage)
    {
        using var org = Some.Org();
        var inTransaction = true;
        org.On("Create", Account.Table, Some.PreValidation, call =>
        {
            inTransaction = call.Context.IsInTransaction;
            call.Service.Add(Contact.Table);
        });
        org.On("Create", Account.Table, stage, _ => throw new InvalidPluginExecutionException("no"));

        Assert.AreEqual("no", Some.Refusal(() => org.System.Add(Account.Table)).Message);

        Assert.IsFalse(inTransaction);
        Assert.AreEqual(1, org.System.Count(Contact.Table));
    }

    [TestMethod]
    public void What_it_writes_of_a_message_within_another_goes_with_the_other()
    {
        using var org = Some.Org();
        var inTransaction = false;
        org.On("Create", Account.Table, Some.PreOperation, call => call.Service.Add(Lead.Table));
        org.On("Create", Lead.Table, Some.PreValidation, call =>
        {
            inTransaction = call.Context.IsInTransaction;
            call.Service.Add(Contact.Table);
        });
        org.On("Create", Account.Table, Some.PostOperation, _ => throw new InvalidPluginExecutionException("no"));

        Some.Refusal(() => org.System.Add(Account.Table));

        Assert.IsTrue(inTransaction);
        Assert.AreEqual(0, org.System.Count(Contact.Table) + org.System.Count(Lead.Table));
    }

    [TestMethod]
    public void It_may_catch_a_fault_and_go_on_where_there_is_no_transaction()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PreValidation, call =>
        {
            Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(() => call.Service.Delete(Contact.Table, Some.Id(1)));
            call.Target[Account.Name] = "went on";
        });

        var account = org.System.Add(Account.Table);

        Assert.AreEqual("went on", org.System.Get<string>(account, Account.Name));
    }

    [TestMethod]
    public void A_message_it_sends_is_a_transaction_of_its_own_that_comes_after_its_own_PreValidation()
    {
        using var org = Some.Org();
        var seen = new List<string>();
        foreach (var stage in new[] { Some.PreValidation, Some.PreOperation })
        {
            org.On("Create", Contact.Table, stage, call => seen.Add($"{stage} {call.Context.IsInTransaction} {call.Context.Depth}"));
        }

        org.On("Create", Account.Table, Some.PreValidation, call => call.Service.Add(Contact.Table));

        org.System.Add(Account.Table);

        Assert.AreEqual("10 False 2, 20 True 2", string.Join(", ", seen));
    }

    // "This stage occurs before any security checks are preformed" (PD/event-framework.md).
    [TestMethod]
    public void It_runs_for_a_user_who_may_not_do_what_the_request_says()
    {
        using var org = Some.Org();
        var seen = new List<int>();
        var account = org.System.Add(Account.Table);
        org.On("Delete", Account.Table, Some.PreValidation, _ => seen.Add(Some.PreValidation));
        org.On("Delete", Account.Table, Some.PreOperation, _ => seen.Add(Some.PreOperation));

        Assert.AreEqual(-2147220960, Some.Refusal(() => org.As(org.AddUser("Guest")).Remove(account)).ErrorCode);

        CollectionAssert.AreEqual(new[] { Some.PreValidation }, seen);
    }

    // "registered for the Update message in PreOperation and/or PostOperation stages execute once for all non-state/status fields, and then
    // once for the state/status fields" (PD/special-update-operation-behavior.md): PreValidation is not among them.
    [TestMethod]
    public void An_update_that_is_two_events_is_validated_once_and_whole()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        var seen = new List<string>();
        org.On("Update", Account.Table, Some.PreValidation, call => call.Context.SharedVariables["answer"] = 42);
        foreach (var stage in new[] { Some.PreValidation, Some.PreOperation, Some.PostOperation })
        {
            org.On("Update", Account.Table, stage, call => seen.Add($"{stage} {string.Join('+', call.Target.Attributes.Keys)}"));
        }

        org.On("Update", Account.Table, Some.PostOperation, call => seen.Add($"{call.Context.ParentContext!.SharedVariables["answer"]}"), step => step with { Rank = 2 });

        org.System.Set(account, (Account.Name, "a"), (Account.StateCode, new OptionSetValue(Account.StateCodeOption.Inactive)));

        Assert.AreEqual("10 name+statecode, 20 name, 40 name, 42, 20 statecode, 40 statecode, 42", string.Join(", ", seen));
    }

    [TestMethod]
    public void What_it_puts_into_an_update_decides_which_events_there_are()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        var seen = new List<string>();
        org.On("Update", Account.Table, Some.PreValidation, call => call.Target[Account.StateCode] = new OptionSetValue(Account.StateCodeOption.Inactive));
        org.On("Update", Account.Table, Some.PreOperation, call => seen.Add(string.Join('+', call.Target.Attributes.Keys)));

        org.System.Set(account, (Account.Name, "a"));

        Assert.AreEqual("name, statecode", string.Join(", ", seen));
        Assert.AreEqual(new OptionSetValue(Account.StateCodeOption.Inactive), org.System.Get<OptionSetValue>(account, Account.StateCode));
    }

    // The bulk message begins the pipeline of all its rows; Upsert becomes Create or Update; ExecuteTransaction has begun a transaction already.
    [TestMethod]
    [DataRow("CreateMultiple", false)]
    [DataRow("Upsert", false)]
    [DataRow("ExecuteTransaction", true)]
    public void Where_a_request_holds_others_it_depends_on_whether_it_has_begun_a_transaction(string message, bool isInTransaction)
    {
        using var org = Some.Org();
        var seen = new List<bool>();
        org.On("Create", Account.Table, Some.PreValidation, call =>
        {
            seen.Add(call.Context.IsInTransaction);
            call.Service.Add(Contact.Table);
        });
        org.On("Create", Account.Table, Some.PostOperation, _ => throw new InvalidPluginExecutionException("no"));

        Some.Refusal(() => org.System.Execute(Request(message)));

        CollectionAssert.AreEqual(new[] { isInTransaction }, seen);
        Assert.AreEqual(isInTransaction ? 0 : 1, org.System.Count(Contact.Table));
    }

    [TestMethod]
    public void Its_service_calls_count_with_those_of_the_later_stages()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PreValidation, call => call.Service.Add(Contact.Table));
        org.On("Create", Contact.Table, Some.PreOperation, call => call.Service.Fetch(Account.Table));
        org.On("Create", Account.Table, Some.PostOperation, call => call.Service.Fetch(Account.Table));

        org.System.Add(Account.Table);

        Assert.AreEqual(3, org.Meter.MostServiceCalls["Create account"]);
    }

    private static OrganizationRequest Request(string message) => message switch
    {
        "CreateMultiple" => new CreateMultipleRequest { Targets = BulkTests.Rows(BulkTests.Named("a")) },
        "Upsert" => new UpsertRequest { Target = BulkTests.Named("a") },
        _ => new ExecuteTransactionRequest { Requests = [new CreateRequest { Target = BulkTests.Named("a") }] },
    };
}
