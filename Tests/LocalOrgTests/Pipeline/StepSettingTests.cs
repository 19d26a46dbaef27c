using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>What the registration of a step makes of it (PD/register-plug-in.md, PD/understand-the-data-context.md).</summary>
[TestClass]
public sealed class StepSettingTests
{
    // "context.UserId follows the step's 'Run in User's Context', InitiatingUserId = who started it" (platform-facts.md 4).
    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_step_runs_as_the_user_it_names(bool isAsynchronous)
    {
        using var org = Some.Org();
        var clerk = org.AddUser("Clerk", roles: ["Salesperson"]);
        var seller = org.AddUser("Seller", roles: ["Salesperson"]);
        IPluginExecutionContext? context = null;
        org.On(
            "Create",
            Account.Table,
            Some.PostOperation,
            call =>
            {
                context = call.Context;
                call.ServiceOf(Guid.Empty).Add(Contact.Table);
            },
            step => step with { RunsAs = clerk, IsAsynchronous = isAsynchronous });

        org.As(seller).Add(Account.Table);
        org.RunJobs();

        Assert.AreEqual(clerk, context!.UserId);
        Assert.AreEqual(seller, context.InitiatingUserId);
        Assert.AreEqual(clerk, org.System.Fetch(Contact.Table, "<attribute name='createdby'/>")[0].GetAttributeValue<EntityReference>("createdby")!.Id);
    }

    // "Pass in both the unsecure and secure configuration" (PD/write-plug-in.md); which constructor is there decides.
    [TestMethod]
    [DataRow(typeof(TwoConfigurations), "open secret")]
    [DataRow(typeof(OneConfiguration), "open")]
    public void Configurations_reach_the_constructor(Type type, string said)
    {
        var loader = new Local.Pipeline.PluginLoader(type.Assembly.Location);

        var plugin = loader.For(Some.Id(1), type.FullName!, "open", "secret");

        Assert.AreEqual(said, plugin.ToString());
    }

    // "Add a shared variable" (PD/optional-parameters.md).
    [TestMethod]
    public void What_the_caller_tags_every_step_finds()
    {
        using var org = Some.Org();
        var seen = new List<object?>();
        org.On("Create", Account.Table, Some.PreValidation, call => seen.Add(call.Context.SharedVariables["tag"]));
        org.On("Create", Account.Table, Some.PostOperation, call => seen.Add(call.Context.SharedVariables["tag"]));
        org.Later("Create", Account.Table, call => seen.Add(call.Context.SharedVariables["tag"]));
        var request = new CreateRequest { Target = new Entity(Account.Table) };
        request.Parameters["tag"] = "import";

        org.System.Execute(request);
        org.RunJobs();

        CollectionAssert.AreEqual(new[] { "import", "import", "import" }, seen);
    }

    [TestMethod]
    public void A_job_finds_what_the_steps_before_it_left()
    {
        using var org = Some.Org();
        object? variable = null;
        object? id = null;
        org.On("Create", Account.Table, Some.PreOperation, call => call.Context.SharedVariables["answer"] = 42);
        org.Later("Create", Account.Table, call =>
        {
            variable = call.Context.SharedVariables["answer"];
            id = call.Context.OutputParameters["id"];
        });

        var row = org.System.Add(Account.Table);
        org.RunJobs();

        Assert.AreEqual(42, variable);
        Assert.AreEqual(row.Id, id);
    }

    [TestMethod]
    public void Steps_of_one_rank_run_in_the_order_of_registration()
    {
        using var org = Some.Org();
        var order = "";
        foreach (var (name, rank) in new[] { ("c", 2), ("a", 1), ("d", 2), ("b", 1) })
        {
            org.On("Create", Account.Table, Some.PreOperation, _ => order += name, step => step with { Rank = rank });
        }

        org.System.Add(Account.Table);

        Assert.AreEqual("abcd", order);
    }

    // "Owner fields" of business-owned tables (PD/special-update-operation-behavior.md).
    [TestMethod]
    public void A_user_who_moves_and_changes_is_two_updates()
    {
        using var org = Some.Org();
        var user = new EntityReference(SystemUser.Table, org.AddUser("User"));
        var unit = new EntityReference(BusinessUnit.Table, org.AddBusinessUnit("East"));
        var seen = new List<string>();
        org.On("Update", SystemUser.Table, Some.PostOperation, call => seen.Add(string.Join(',', call.Target.Attributes.Keys)));

        org.System.Set(user, (SystemUser.FullName, "New"), (SystemUser.BusinessUnitId, unit));

        CollectionAssert.AreEqual(new[] { SystemUser.FullName, SystemUser.BusinessUnitId }, seen);
    }

    private sealed class TwoConfigurations(string configuration, string secure) : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider) => throw new InvalidPluginExecutionException(ToString());

        public override string ToString() => configuration + " " + secure;
    }

    private sealed class OneConfiguration(string configuration) : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider) => throw new InvalidPluginExecutionException(ToString());

        public override string ToString() => configuration;
    }
}
