using System.ServiceModel;
using CrmExtensions.Local;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>
/// Every activity has its row in one common table, which the platform keeps (PD/activitypointer-activity-entity.md;
/// CE/developer/reference/entities/opportunityclose.md: "Activity that is created automatically when an opportunity is closed").
/// </summary>
[TestClass]
public sealed class ActivityTests
{
    private const string Common = "activitypointer";

    [TestMethod]
    public void An_activity_of_any_kind_stands_in_the_common_table()
    {
        using var org = Some.Org();
        var deal = org.System.Create(new Entity("opportunity") { ["name"] = "Route planner" });

        var visit = Visit(org, deal);
        org.System.Execute(new OrganizationRequest("LoseOpportunity")
        {
            ["OpportunityClose"] = new Entity("opportunityclose") { ["opportunityid"] = new EntityReference("opportunity", deal) },
            ["Status"] = new OptionSetValue(-1),
        });

        var rows = Rows(org);
        CollectionAssert.AreEquivalent(new[] { "appointment", "opportunityclose" }, rows.Select(row => row.GetAttributeValue<string>("activitytypecode")).ToList());
        Assert.IsTrue(rows.All(row => row.GetAttributeValue<EntityReference>("regardingobjectid")!.Id == deal));
        Assert.AreEqual("Visit", rows.Single(row => row.Id == visit).GetAttributeValue<string>("subject"));
    }

    [TestMethod]
    public void It_changes_and_goes_with_the_activity()
    {
        using var org = Some.Org();
        var visit = Visit(org, org.System.Create(new Entity("opportunity") { ["name"] = "Route planner" }));

        org.System.Update(new Entity("appointment", visit) { ["subject"] = "Second visit", ["statecode"] = new OptionSetValue(2) });
        var row = Rows(org).Single();
        Assert.AreEqual("Second visit", row.GetAttributeValue<string>("subject"));
        Assert.AreEqual(2, row.GetAttributeValue<OptionSetValue>("statecode")!.Value);

        org.System.Delete("appointment", visit);
        Assert.IsEmpty(Rows(org));
    }

    [TestMethod]
    public void It_goes_with_the_opportunity_too()
    {
        using var org = Some.Org();
        var deal = org.System.Create(new Entity("opportunity") { ["name"] = "Route planner" });
        Visit(org, deal);

        org.System.Delete("opportunity", deal);

        Assert.IsEmpty(Rows(org));
    }

    [TestMethod]
    public void Nobody_writes_it_by_hand()
    {
        using var org = Some.Org();
        var visit = Visit(org, org.System.Create(new Entity("opportunity") { ["name"] = "Route planner" }));

        Assert.Contains("'Create' method does not support", Refusal(() => org.System.Create(new Entity(Common) { ["subject"] = "x" })));
        Assert.Contains("'Update' method does not support", Refusal(() => org.System.Update(new Entity(Common, visit) { ["subject"] = "x" })));
    }

    private static Guid Visit(LocalOrg org, Guid deal) => org.System.Create(new Entity("appointment")
    {
        ["subject"] = "Visit",
        ["regardingobjectid"] = new EntityReference("opportunity", deal),
    });

    private static IReadOnlyList<Entity> Rows(LocalOrg org) => [.. org.System.RetrieveMultiple(new QueryExpression(Common) { ColumnSet = new ColumnSet(true) }).Entities];

    private static string Refusal(Action act) => Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(act).Message;
}
