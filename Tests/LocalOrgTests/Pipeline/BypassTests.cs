using CrmExtensions.Local;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>Which steps a request may leave out, and who may (PD/bypass-custom-business-logic.md).</summary>
[TestClass]
public sealed class BypassTests
{
    private const string Execution = "BypassBusinessLogicExecution";
    private const string StepIds = "BypassBusinessLogicExecutionStepIds";
    private const string CustomPlugins = "BypassCustomPluginExecution";

    [TestMethod]
    [DataRow(Execution, "CustomSync", "async")]
    [DataRow(Execution, "CustomAsync", "sync")]
    [DataRow(Execution, "CustomSync,CustomAsync", "")]
    [DataRow(Execution, "CustomAsync, CustomSync", "")]
    [DataRow(CustomPlugins, true, "async")]
    [DataRow(CustomPlugins, false, "sync async")]
    public void Synchronous_steps_asynchronous_ones_or_both_are_left_out(string parameter, object value, string run)
    {
        using var org = Some.Org();
        var seen = Watch(org);

        org.System.Execute(Create((parameter, value)));
        org.RunJobs();

        Assert.AreEqual(run, string.Join(' ', seen));
        Assert.AreEqual(1, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void Single_steps_are_left_out_by_id_and_unknown_ones_ignored()
    {
        using var org = Some.Org();
        var seen = new List<string>();
        var first = Guid.Empty;
        org.On("Create", Account.Table, Some.PreOperation, _ => seen.Add("first"), step => step with { Id = first = step.Id });
        org.On("Create", Account.Table, Some.PostOperation, _ => seen.Add("second"));

        org.System.Execute(Create((StepIds, $"{first}, {Some.Id(7)}")));

        Assert.AreEqual("second", string.Join(' ', seen));
    }

    // "The default limit on the number of steps you can pass is three."
    [TestMethod]
    [DataRow(3, true)]
    [DataRow(4, false)]
    public void Three_steps_may_be_named(int count, bool isAccepted)
    {
        using var org = Some.Org();
        var request = Create((StepIds, string.Join(',', Enumerable.Range(1, count).Select(Some.Id))));

        if (isAccepted)
        {
            org.System.Execute(request);
        }
        else
        {
            Assert.Contains("StepIdsLimit", Some.Refusal(() => org.System.Execute(request)).Message);
        }

        Assert.AreEqual(isAccepted ? 1 : 0, org.System.Count(Account.Table));
    }

    [TestMethod]
    [DataRow(Execution, "CustomSync", "prvBypassCustomBusinessLogic privilege (Id=0ea552b0-a491-4470-9a1b-82068deccf66)")]
    [DataRow(StepIds, "45e0c603-0d0b-466e-a286-d7fc1cda8361", "prvBypassCustomBusinessLogic")]
    [DataRow(CustomPlugins, true, "prvBypassCustomPlugins privilege (Id=148a9eaf-d0c4-4196-9852-c3a38e35f6a1)")]
    public void Only_who_has_the_privilege_leaves_out_anything(string parameter, object value, string privilege)
    {
        using var org = Some.Org();
        var seller = org.AddUser("Seller", roles: ["Salesperson"]);

        var refusal = Some.Refusal(() => org.As(seller).Execute(Create((parameter, value))));

        Assert.AreEqual(-2147220960, refusal.ErrorCode);
        Assert.Contains(privilege, refusal.Message);
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void It_holds_for_both_halves_of_an_update_and_for_nothing_a_step_does()
    {
        using var org = Some.Org();
        var row = org.System.Add(Account.Table);
        var seen = new List<string>();
        org.On("Update", Account.Table, Some.PostOperation, _ => seen.Add("sync"));
        org.Later("Update", Account.Table, call => call.Service.Add(Contact.Table));
        org.On("Create", Contact.Table, Some.PostOperation, _ => seen.Add("within"));
        var update = new UpdateRequest { Target = new Entity(Account.Table, row.Id) { [Account.Name] = "a", ["statecode"] = new OptionSetValue(1) } };
        update.Parameters[Execution] = "CustomSync";

        org.System.Execute(update);
        org.RunJobs();

        Assert.AreEqual("within within", string.Join(' ', seen));
    }

    [TestMethod]
    public void Another_word_is_refused_by_name()
    {
        using var org = Some.Org();

        Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => org.System.Execute(Create((Execution, "All"))));
    }

    private static List<string> Watch(LocalOrg org)
    {
        var seen = new List<string>();
        org.On("Create", Account.Table, Some.PreOperation, _ => seen.Add("sync"));
        org.Later("Create", Account.Table, _ => seen.Add("async"));
        return seen;
    }

    private static CreateRequest Create((string Parameter, object Value) flag)
    {
        var request = new CreateRequest { Target = new Entity(Account.Table) };
        request.Parameters[flag.Parameter] = flag.Value;
        return request;
    }
}
