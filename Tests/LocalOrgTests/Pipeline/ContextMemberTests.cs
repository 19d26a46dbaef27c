using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>What else a step is told: by which names, and through which interfaces (platform-facts.md 2, "Context versions").</summary>
[TestClass]
public sealed class ContextMemberTests
{
    // "Message response class properties that have keys different from the name of the properties" (PD/understand-the-data-context.md).
    [TestMethod]
    [DataRow("Retrieve", "BusinessEntity")]
    [DataRow("RetrieveMultiple", "BusinessEntityCollection")]
    public void What_is_read_has_another_name_for_steps_than_for_the_caller(string message, string key)
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table, (Account.Name, "stored"));
        var keys = "";
        org.On(message, Account.Table, Some.PostOperation, call =>
        {
            keys = string.Join(' ', call.Context.OutputParameters.Keys);
            var read = call.Context.OutputParameters[key];
            (read as Entity ?? ((EntityCollection)read)[0])[Account.Name] = "shown";
        });

        var shown = message == "Retrieve" ? org.System.Read(account) : org.System.Fetch(Account.Table, "<attribute name='name'/>")[0];

        Assert.AreEqual(key, keys);
        Assert.AreEqual("shown", shown[Account.Name]);
    }

    [TestMethod]
    [DataRow(typeof(IExecutionContext))]
    [DataRow(typeof(IPluginExecutionContext))]
    [DataRow(typeof(IPluginExecutionContext2))]
    [DataRow(typeof(IPluginExecutionContext3))]
    [DataRow(typeof(IPluginExecutionContext4))]
    public void The_context_is_there_by_every_interface_of_the_SDK(Type type)
    {
        using var org = Some.Org();
        var depth = 0;
        org.On("Create", Account.Table, Some.PostOperation, call => depth = ((IExecutionContext)call.Get(type)!).Depth);

        org.System.Add(Account.Table);

        Assert.AreEqual(1, depth);
    }

    [TestMethod]
    public void A_newer_context_than_is_modelled_is_named()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, call => call.Get(typeof(IPluginExecutionContextOfTomorrow)));

        Assert.Contains(nameof(IPluginExecutionContextOfTomorrow), Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => org.System.Add(Account.Table)).Message);
    }

    [TestMethod]
    public void Who_really_calls_is_the_authenticated_user()
    {
        using var org = Some.Org();
        var (seller, administrator) = (org.AddUser("Seller", roles: ["Salesperson"]), org.AddUser("Administrator", roles: ["System Administrator"]));
        var seen = new List<Guid>();
        org.On("Create", Account.Table, Some.PostOperation, call => seen.Add(((IPluginExecutionContext4)call.Context).AuthenticatedUserId));

        org.As(seller).Add(Account.Table);
        org.As(seller, onBehalfBy: administrator).Add(Account.Table);

        CollectionAssert.AreEqual(new[] { seller, administrator }, seen);
    }

    // "The business unit that the user making the request, also known as the calling user, belongs to" (Learn, IExecutionContext.BusinessUnitId).
    [TestMethod]
    public void The_business_unit_is_the_callers_at_every_stage()
    {
        using var org = Some.Org();
        var east = org.AddBusinessUnit("East");
        var seller = org.AddUser("Seller", east, ["Salesperson"]);
        var seen = new List<Guid>();
        foreach (var stage in new[] { Some.PreValidation, Some.PreOperation, Some.PostOperation })
        {
            org.On("Create", Account.Table, stage, call => seen.Add(call.Context.BusinessUnitId));
        }

        org.Later("Create", Account.Table, call => seen.Add(call.Context.BusinessUnitId));

        org.As(seller).Add(Account.Table);
        org.RunJobs();
        org.System.Add(Account.Table);

        CollectionAssert.AreEqual(Enumerable.Repeat(east, 4).Concat(Enumerable.Repeat(WellKnown.RootBusinessUnit, 3)).ToList(), seen);
    }

    // "These arrays provide access to the same entity images in an array that is synchronized with the EntityCollection", and "are only
    // available when you use the IPluginExecutionContext4 Interface" (PD/write-plugin-multiple-operation.md).
    [TestMethod]
    public void A_bulk_message_has_the_images_of_each_of_its_rows()
    {
        using var org = Some.Org();
        var (one, two) = (org.System.Add(Account.Table, (Account.Name, "a")), org.System.Add(Account.Table, (Account.Name, "b")));
        var seen = "";
        org.On(
            "UpdateMultiple",
            Account.Table,
            Some.PostOperation,
            call => seen = Pairs((IPluginExecutionContext4)call.Context) + call.Context.PreEntityImages.Count,
            step => step with { Images = [new StepImage("row", 2, [Account.Name], "Targets")] });

        BulkTests.Send(org.System, "UpdateMultiple", new Entity(Account.Table, one.Id) { [Account.Name] = "x" }, new Entity(Account.Table, two.Id) { [Account.Name] = "y" });
        Assert.AreEqual("a-x b-y 0", seen);

        org.System.Set(one, (Account.Name, "z"));
        Assert.AreEqual("x-z 0", seen);
    }

    [TestMethod]
    public void Not_for_its_jobs_which_says_so()
    {
        using var org = Some.Org();

        var refusal = Assert.ThrowsExactly<NotSupportedByLocalOrgException>(
            () => org.Later("UpdateMultiple", Account.Table, _ => { }, step => step with { Images = [new StepImage("row", 0, [], "Targets")] }));

        Assert.Contains("images of UpdateMultiple", refusal.Message);
    }

    [TestMethod]
    public void An_image_is_a_copy_down_to_its_values()
    {
        using var org = Some.Org();
        var deal = org.System.Add(Opportunity.Table, (Opportunity.EstimatedValue, new Money(5m)));
        var seen = new List<decimal>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            org.On(
                "Update",
                Opportunity.Table,
                Some.PreOperation,
                call => seen.Add(((Money)call.Context.PreEntityImages["row"][Opportunity.EstimatedValue]).Value++),
                step => step with { Images = [new StepImage("row", 0, [], "Target")] });
        }

        org.System.Execute(new UpdateRequest { Target = new Entity(Opportunity.Table, deal.Id) { [Opportunity.Name] = "a" } });

        CollectionAssert.AreEqual(new[] { 5m, 5m }, seen);
    }

    private static string Pairs(IPluginExecutionContext4 context) => string.Concat(context.PreEntityImagesCollection.Zip(
        context.PostEntityImagesCollection,
        (before, after) => $"{before["row"][Account.Name]}-{after["row"][Account.Name]} "));

    private interface IPluginExecutionContextOfTomorrow : IPluginExecutionContext4;
}
