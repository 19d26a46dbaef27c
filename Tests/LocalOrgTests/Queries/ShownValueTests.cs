using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Rows come with the texts that users see (Learn, fetchxml/select-columns, formatted values), by the user's clock.</summary>
[TestClass]
public sealed class ShownValueTests
{
    // 2026-01-01 10:00 UTC is 19:00 in Tokyo.
    [TestMethod]
    [DataRow(1033, "estimatedvalue", "¥100.50")]
    [DataRow(1033, "estimatedclosedate", "1/31/2026")]
    [DataRow(1033, "createdon", "1/1/2026 7:00 PM")]
    [DataRow(1033, "statecode", "Open")]
    [DataRow(1033, "parentaccountid", "North")]
    [DataRow(1033, "createdby", "SYSTEM")]
    [DataRow(1041, "createdon", "2026/01/01 19:00")]
    [DataRow(1041, "estimatedclosedate", "2026/01/31")]
    public void Of_the_query_s_own_table(int language, string column, string text)
    {
        using var org = Fruit.Org(Some.Options with { Language = language });

        var row = org.System.Fetch(Opportunity.Table, "<all-attributes/><filter><condition attribute='name' operator='eq' value='Apple'/></filter>")[0];

        Assert.AreEqual(text, row.FormattedValues[column]);
        Assert.AreEqual(text, org.System.Read(row.ToEntityReference()).FormattedValues[column]);
    }

    // Format and behavior are two things: "Format: whether to display the time portion" (MK/behavior-format-date-time-field.md).
    // 2026-01-05 20:00 UTC is the 6th in Tokyo.
    [TestMethod]
    [DataRow(1033, "1/6/2026")]
    [DataRow(1041, "2026/01/06")]
    public void Of_a_moment_that_is_shown_as_a_day(int language, string text)
    {
        using var org = Some.Org(Some.Options with { Language = language });
        var deal = org.System.Add(Opportunity.Table);
        org.System.Execute(new OrganizationRequest("WinOpportunity")
        {
            ["OpportunityClose"] = new Entity(OpportunityClose.Table)
            {
                [OpportunityClose.OpportunityId] = deal,
                [OpportunityClose.ActualEnd] = new DateTime(2026, 1, 5, 20, 0, 0, DateTimeKind.Utc),
            },
            ["Status"] = new OptionSetValue(-1),
        });

        var row = org.System.Fetch(OpportunityClose.Table, "<attribute name='actualend'/>")[0];

        Assert.AreEqual(text, row.FormattedValues[OpportunityClose.ActualEnd]);
        Assert.AreEqual(20, row.GetAttributeValue<DateTime>(OpportunityClose.ActualEnd).Hour);
    }

    [TestMethod]
    public void Of_linked_tables_and_under_aliases()
    {
        using var org = Fruit.Org();

        var row = org.System.Fetch(Opportunity.Table, "<attribute name='estimatedvalue' alias='much'/><link-entity name='account' from='accountid' to='parentaccountid' alias='acc'><attribute name='createdby'/><attribute name='statecode'/></link-entity><order attribute='name'/>")[0];

        Assert.AreEqual("¥100.50", row.FormattedValues["much"]);
        Assert.AreEqual("SYSTEM", row.FormattedValues["acc.createdby"]);
        Assert.AreEqual("Active", row.FormattedValues["acc.statecode"]);
    }

    [TestMethod]
    public void Of_groups_and_of_what_is_calculated()
    {
        using var org = Fruit.Org();

        var row = org.System.Fetch(
            Opportunity.Table,
            "<attribute name='parentaccountid' groupby='true' alias='who'/><attribute name='estimatedclosedate' groupby='true' dategrouping='fiscal-period' alias='when'/><attribute name='estimatedclosedate' groupby='true' dategrouping='fiscal-year' alias='year'/>"
            + "<attribute name='estimatedvalue' aggregate='sum' alias='total'/><order alias='who' descending='true'/>",
            "aggregate='true'")[0];

        Assert.AreEqual("South", row.FormattedValues["who"]);
        Assert.AreEqual("Quarter 1 FY2026", row.FormattedValues["when"]);
        Assert.AreEqual("FY2026", row.FormattedValues["year"]);
        Assert.AreEqual("¥500.00", row.FormattedValues["total"]);
    }

    [TestMethod]
    public void A_lookup_knows_the_name_of_what_it_points_to()
    {
        using var org = Fruit.Org();
        var row = org.System.Fetch(Opportunity.Table, "<attribute name='parentaccountid'/><attribute name='ownerid'/><order attribute='name'/>")[0];

        Assert.AreEqual("North", row.GetAttributeValue<EntityReference>(Opportunity.ParentAccountId)!.Name);
        Assert.AreEqual("SYSTEM", row.GetAttributeValue<EntityReference>(Opportunity.OwnerId)!.Name);
    }

    // The setting of the user goes before the org's: 4 is Pacific time.
    [TestMethod]
    public void A_user_s_own_time_zone_counts()
    {
        using var org = Fruit.Org();
        var user = org.AddUser("Ann", roles: ["System Administrator"]);
        org.System.Create(new Entity(UserSettings.Table, user) { [UserSettings.TimeZoneCode] = 4 });

        var row = org.As(user).Fetch(Opportunity.Table, "<attribute name='createdon'/><order attribute='name'/>")[0];

        Assert.AreEqual("1/1/2026 2:00 AM", row.FormattedValues[Opportunity.CreatedOn]);
        Assert.AreEqual(3, org.As(user).Fetch(Opportunity.Table, "<filter><condition attribute='createdon' operator='on-or-before' value='2026-01-03'/></filter>").Entities.Count);
    }
}
