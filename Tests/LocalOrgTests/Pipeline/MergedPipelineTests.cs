using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>The event of a single row and that of many raise each other (PD/bulk-operations.md, "Message pipelines merged").</summary>
[TestClass]
public sealed class MergedPipelineTests
{
    [TestMethod]
    public void A_step_of_Create_runs_for_each_row_of_CreateMultiple_and_one_of_CreateMultiple_once()
    {
        using var org = Some.Org();
        var seen = new List<string>();
        foreach (var stage in new[] { Some.PreValidation, Some.PreOperation, Some.PostOperation })
        {
            org.On("Create", Account.Table, stage, call => seen.Add($"{stage}:{Target(call)[Account.Name]}"));
            org.On("CreateMultiple", Account.Table, stage, call => seen.Add($"{stage}:{Targets(call).Entities.Count} of {Targets(call).EntityName}"));
        }

        BulkTests.Send(org.System, "CreateMultiple", BulkTests.Named("a"), BulkTests.Named("b"));

        Assert.AreEqual("10:a, 10:b, 10:2 of account, 20:a, 20:b, 20:2 of account, 40:a, 40:b, 40:2 of account", string.Join(", ", seen));
    }

    [TestMethod]
    public void A_single_Create_raises_CreateMultiple_with_one_row_once()
    {
        using var org = Some.Org();
        var seen = new List<string>();
        org.On("CreateMultiple", Account.Table, Some.PreOperation, call => Targets(call)[0][Account.Name] = "changed");
        org.On("CreateMultiple", Account.Table, Some.PostOperation, call => seen.Add($"{Targets(call).Entities.Count} {((Guid[])call.Context.OutputParameters["Ids"])[0]} {call.Context.Depth}"));

        org.System.Create(new Entity(Account.Table, Some.Id(7)) { [Account.Name] = "a" });

        CollectionAssert.AreEqual(new[] { $"1 {Some.Id(7)} 1" }, seen);
        Assert.AreEqual("changed", BulkTests.Names(org.System));
    }

    // "when present in any target" (write-plugin-multiple-operation.md)
    [TestMethod]
    [DataRow(Opportunity.Name, 1)]
    [DataRow(Opportunity.Description, 1)]
    [DataRow(Opportunity.StepName, 0)]
    public void A_step_of_UpdateMultiple_runs_when_one_row_has_the_column_it_filters_by(string column, int times)
    {
        using var org = Some.Org();
        var (one, two) = (org.System.Add(Opportunity.Table), org.System.Add(Opportunity.Table));
        var runs = 0;
        org.On("UpdateMultiple", Opportunity.Table, Some.PostOperation, _ => runs++, step => step with { FilteringColumns = [column] });

        BulkTests.Send(
            org.System,
            "UpdateMultiple",
            new Entity(Opportunity.Table, one.Id) { [Opportunity.Name] = "a" },
            new Entity(Opportunity.Table, two.Id) { [Opportunity.Description] = "b" });

        Assert.AreEqual(times, runs);
    }

    [TestMethod]
    public void A_step_of_Update_runs_for_the_rows_that_have_the_column_it_filters_by()
    {
        using var org = Some.Org();
        var (one, two) = (org.System.Add(Opportunity.Table), org.System.Add(Opportunity.Table));
        var seen = new List<Guid>();
        org.On("Update", Opportunity.Table, Some.PostOperation, call => seen.Add(call.Context.PrimaryEntityId), step => step with { FilteringColumns = [Opportunity.Description] });

        BulkTests.Send(org.System, "UpdateMultiple", new Entity(Opportunity.Table, one.Id) { [Opportunity.Name] = "a" }, new Entity(Opportunity.Table, two.Id) { [Opportunity.Description] = "b" });

        CollectionAssert.AreEqual(new[] { two.Id }, seen);
    }

    [TestMethod]
    public void A_refusal_of_one_row_rolls_back_all()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            if ((string)Target(call)[Account.Name] == "b")
            {
                throw new InvalidPluginExecutionException("Not b.");
            }
        });

        Assert.AreEqual("Not b.", Some.Refusal(() => BulkTests.Send(org.System, "CreateMultiple", BulkTests.Named("a"), BulkTests.Named("b"))).Message);
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void Asynchronous_steps_of_both_run_after_the_commit()
    {
        using var org = Some.Org();
        var seen = new List<string>();
        org.Later("Create", Account.Table, call => seen.Add((string)Target(call)[Account.Name]));
        org.Later("CreateMultiple", Account.Table, call => seen.Add($"{Targets(call).Entities.Count} rows"));

        BulkTests.Send(org.System, "CreateMultiple", BulkTests.Named("a"), BulkTests.Named("b"));
        Assert.HasCount(0, seen);
        org.RunJobs();

        Assert.AreEqual("a, b, 2 rows", string.Join(", ", seen));
    }

    private static Entity Target(PluginCall call) => (Entity)call.Context.InputParameters["Target"];

    private static EntityCollection Targets(PluginCall call) => (EntityCollection)call.Context.InputParameters["Targets"];
}
