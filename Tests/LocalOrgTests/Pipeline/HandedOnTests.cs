using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>
/// What a request says of how it is run holds for the rows it consists of too: "scenarios typically involve bulk data operations"
/// (PD/bypass-custom-business-logic.md; PD/optional-parameters.md).
/// </summary>
[TestClass]
public sealed class HandedOnTests
{
    [TestMethod]
    [DataRow("CreateMultiple", "Create")]
    [DataRow("UpdateMultiple", "Update")]
    [DataRow("Upsert", "Create")]
    [DataRow("Upsert", "Update")]
    [DataRow("UpsertMultiple", "Create")]
    [DataRow("UpsertMultiple", "Update")]
    public void The_steps_left_out_are_left_out_for_each_row_and_for_the_bulk_event(string message, string ofRow)
    {
        using var org = Some.Org();
        var request = Request(org, message, isNew: ofRow == "Create");
        var ran = Watch(org, ofRow);
        request.Parameters["BypassBusinessLogicExecution"] = "CustomSync";

        org.System.Execute(request);
        org.RunJobs();

        Assert.AreEqual("later", string.Join(' ', ran));
    }

    [TestMethod]
    [DataRow("CreateMultiple", "Create")]
    [DataRow("UpdateMultiple", "Update")]
    [DataRow("Upsert", "Create")]
    [DataRow("UpsertMultiple", "Update")]
    public void Only_who_may_leaves_them_out(string message, string ofRow)
    {
        using var org = Some.Org();
        var request = Request(org, message, isNew: ofRow == "Create");
        request.Parameters["BypassCustomPluginExecution"] = true;

        Assert.Contains("prvBypassCustomPlugins", Some.Refusal(() => org.As(org.AddUser("Seller", roles: ["Salesperson"])).Execute(request)).Message);
    }

    [TestMethod]
    [DataRow("CreateMultiple", "Create")]
    [DataRow("UpdateMultiple", "Update")]
    [DataRow("Upsert", "Create")]
    [DataRow("Upsert", "Update")]
    [DataRow("UpsertMultiple", "Create")]
    [DataRow("UpsertMultiple", "Update")]
    public void The_tag_is_a_shared_variable_of_each_row_and_of_the_bulk_event(string message, string ofRow)
    {
        using var org = Some.Org();
        var request = Request(org, message, isNew: ofRow == "Create");
        var seen = new List<object?>();
        foreach (var name in new[] { ofRow, ofRow + "Multiple" })
        {
            org.On(name, Account.Table, Some.PreOperation, call => seen.Add(call.Context.SharedVariables.TryGetValue("tag", out var tag) ? tag : null));
        }

        request.Parameters["tag"] = "import";
        org.System.Execute(request);

        CollectionAssert.AreEqual(new[] { "import", "import" }, seen);
    }

    [TestMethod]
    public void A_single_row_hands_both_on_to_the_bulk_event_it_raises()
    {
        using var org = Some.Org();
        var seen = new List<object?>();
        org.On("CreateMultiple", Account.Table, Some.PostOperation, _ => seen.Add("sync"));
        org.Later("CreateMultiple", Account.Table, call => seen.Add(call.Context.SharedVariables["tag"]));
        var request = new CreateRequest { Target = BulkTests.Named("a") };
        request.Parameters["BypassBusinessLogicExecution"] = "CustomSync";
        request.Parameters["tag"] = "import";

        org.System.Execute(request);
        org.RunJobs();

        CollectionAssert.AreEqual(new[] { "import" }, seen);
    }

    [TestMethod]
    public void A_custom_API_takes_the_tag_beside_its_own_parameters()
    {
        using var org = Some.Org();

        var scored = org.System.Execute(new OrganizationRequest("wl_ScoreText") { ["Text"] = "They were cheaper.", ["tag"] = "import" });

        Assert.IsTrue(scored.Results.ContainsKey("Score"));
    }

    private static List<string> Watch(LocalOrg org, string ofRow)
    {
        var ran = new List<string>();
        org.On(ofRow, Account.Table, Some.PreValidation, _ => ran.Add("validation"));
        org.On(ofRow, Account.Table, Some.PostOperation, _ => ran.Add("post"));
        org.On(ofRow + "Multiple", Account.Table, Some.PreOperation, _ => ran.Add("bulk"));
        org.Later(ofRow, Account.Table, _ => ran.Add("later"));
        return ran;
    }

    private static OrganizationRequest Request(LocalOrg org, string message, bool isNew)
    {
        var row = new Entity(Account.Table, isNew ? Some.Id(7) : org.System.Add(Account.Table).Id) { [Account.Name] = "a" };
        return message == "Upsert" ? new UpsertRequest { Target = row } : new OrganizationRequest(message) { ["Targets"] = BulkTests.Rows(row) };
    }
}
