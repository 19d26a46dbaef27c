using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What a step is told (PD/understand-the-data-context.md).</summary>
[TestClass]
public sealed class ContextTests
{
    [TestMethod]
    [DataRow(Some.PreValidation)]
    [DataRow(Some.PreOperation)]
    [DataRow(Some.PostOperation)]
    public void A_step_knows_message_table_stage_and_mode(int stage)
    {
        using var org = Some.Org();
        IPluginExecutionContext? context = null;
        org.On("Update", Account.Table, stage, call => context = call.Context);
        var account = org.System.Add(Account.Table);

        org.System.Set(account, (Account.Name, "a"));

        Assert.AreEqual("Update", context!.MessageName);
        Assert.AreEqual(Account.Table, context.PrimaryEntityName);
        Assert.AreEqual(account.Id, context.PrimaryEntityId);
        Assert.AreEqual(stage, context.Stage);
        Assert.AreEqual(0, context.Mode);
        Assert.AreEqual(1, context.Depth);
    }

    [TestMethod]
    public void A_job_is_asynchronous_and_outside_any_transaction()
    {
        using var org = Some.Org();
        var (inTransaction, mode, target) = (true, 0, (Entity?)null);
        org.Later("Create", Account.Table, call => (inTransaction, mode, target) = (call.Context.IsInTransaction, call.Context.Mode, call.Target));

        org.System.Add(Account.Table, (Account.Name, "a"));
        org.RunJobs();

        Assert.IsFalse(inTransaction);
        Assert.AreEqual(1, mode);
        Assert.AreEqual("a", target![Account.Name]);
    }

    [TestMethod]
    [DataRow(Some.PreOperation)]
    [DataRow(Some.PostOperation)]
    public void Inside_the_pipeline_there_is_a_transaction(int stage)
    {
        using var org = Some.Org();
        var inTransaction = false;
        org.On("Create", Account.Table, stage, call => inTransaction = call.Context.IsInTransaction);

        org.System.Add(Account.Table);

        Assert.IsTrue(inTransaction);
    }

    // "They are only available for plug-ins registered in the PostOperation stage."
    [TestMethod]
    public void The_new_id_is_an_output_of_create()
    {
        using var org = Some.Org();
        var ids = new List<object?>();
        foreach (var stage in new[] { Some.PreOperation, Some.PostOperation })
        {
            org.On("Create", Account.Table, stage, call =>
            {
                ids.Add(call.Context.OutputParameters.TryGetValue("id", out var id) ? id : null);
                ids.Add(call.Context.PrimaryEntityId);
            });
        }

        var account = org.System.Add(Account.Table);

        CollectionAssert.AreEqual(new object?[] { null, Guid.Empty, account.Id, account.Id }, ids);
    }

    [TestMethod]
    public void Shared_variables_reach_later_stages()
    {
        using var org = Some.Org();
        object? seen = null;
        org.On("Create", Account.Table, Some.PreOperation, call => call.Context.SharedVariables["answer"] = 42);
        org.On("Create", Account.Table, Some.PostOperation, call => seen = call.Context.SharedVariables["answer"]);

        org.System.Add(Account.Table);

        Assert.AreEqual(42, seen);
    }

    // "You must access the ParentContext.SharedVariables collection" (PD/understand-the-data-context.md); Create, Update and Delete only.
    [TestMethod]
    public void What_prevalidation_shares_later_stages_find_in_the_parent_context()
    {
        using var org = Some.Org();
        var seen = new List<object?>();
        org.On("Create", Account.Table, Some.PreValidation, call => call.Context.SharedVariables["answer"] = 42);
        org.On("Create", Account.Table, Some.PreValidation, call => seen.Add(call.Context.SharedVariables["answer"]));
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            seen.Add(call.Context.SharedVariables.Contains("answer"));
            seen.Add(call.Context.ParentContext!.SharedVariables["answer"]);
        });

        org.System.Add(Account.Table);

        CollectionAssert.AreEqual(new object?[] { 42, false, 42 }, seen);
    }

    // platform-facts.md 4: null is SYSTEM, an empty id the user of the message.
    [TestMethod]
    public void A_step_acts_as_the_system_as_the_user_or_as_another()
    {
        using var org = Some.Org();
        var (seller, other) = (org.AddUser("Seller", roles: ["Salesperson"]), org.AddUser("Other", roles: ["Salesperson"]));
        var users = new List<Guid>();
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            users.Add(WhoAmI(call.ServiceOf(null)));
            users.Add(WhoAmI(call.ServiceOf(Guid.Empty)));
            users.Add(WhoAmI(call.ServiceOf(other)));
        });

        org.As(seller).Add(Account.Table);

        CollectionAssert.AreEqual(new[] { WellKnown.SystemUser, seller, other }, users);
    }

    [TestMethod]
    public void Who_started_it_is_known_however_deep_and_as_whomever()
    {
        using var org = Some.Org();
        var seller = org.AddUser("Seller", roles: ["Salesperson"]);
        IPluginExecutionContext? context = null;
        org.On("Create", Account.Table, Some.PostOperation, call => call.Service.Add(Contact.Table));
        org.On("Create", Contact.Table, Some.PostOperation, call => context = call.Context);

        org.As(seller).Add(Account.Table);

        Assert.AreEqual(WellKnown.SystemUser, context!.UserId);
        Assert.AreEqual(seller, context.InitiatingUserId);
        Assert.AreEqual(2, context.Depth);
    }

    [TestMethod]
    public void What_one_request_sets_off_has_one_correlation()
    {
        using var org = Some.Org();
        var correlations = new List<Guid>();
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            correlations.Add(call.Context.CorrelationId);
            call.Service.Add(Contact.Table);
        });
        org.On("Create", Contact.Table, Some.PostOperation, call => correlations.Add(call.Context.CorrelationId));
        org.Later("Create", Contact.Table, call => correlations.Add(call.Context.CorrelationId));

        org.System.Add(Account.Table);
        org.System.Add(Account.Table);
        org.RunJobs();

        Assert.AreEqual("2 + 2 + 1 + 1", string.Join(" + ", correlations.Take(4).GroupBy(id => id).Select(group => group.Count())) + " + " + string.Join(" + ", correlations.Skip(4).GroupBy(id => id).Select(group => group.Count())));
        CollectionAssert.AreEquivalent(correlations.Take(4).Distinct().ToList(), correlations.Skip(4).ToList());
    }

    private static Guid WhoAmI(IOrganizationService service) => (Guid)service.Execute(new OrganizationRequest("WhoAmI"))["UserId"];
}
