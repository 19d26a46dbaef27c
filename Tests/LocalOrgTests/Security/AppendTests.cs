using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>"Append on the N side and Append To on the 1 side" (PP/security-roles-privileges.md), each as far as its role says.</summary>
[TestClass]
public sealed class AppendTests
{
    private const int NoAccess = -2147187962;
    private const int MissingPrivilege = -2147220960;

    [TestMethod]
    [DataRow("East", true)]
    [DataRow("West", false)]
    public void A_lookup_may_point_only_to_what_one_may_append_to(string owner, bool isReached)
    {
        using var offices = new Offices("WL Seller");
        var interview = offices.Row(Interview.Table, Interview.Name, owner);

        void Point() => offices.As("East").Add(Evidence.Table, (Evidence.Name, "a"), (Evidence.InterviewId, interview));

        if (isReached)
        {
            Point();
        }
        else
        {
            var refusal = Some.Refusal(Point);
            Assert.AreEqual(NoAccess, refusal.ErrorCode);
            Assert.Contains("prvAppendTowl_Interview", refusal.Message);
        }

        Assert.AreEqual(isReached ? 1 : 0, offices.Org.System.Count(Evidence.Table));
    }

    [TestMethod]
    public void Without_the_right_to_append_to_its_table_no_lookup_may_point_there()
    {
        using var offices = new Offices("WL Seller");
        var interview = offices.Row(Interview.Table, Interview.Name, "East");
        var account = offices.Org.System.Add(Account.Table);

        var refusal = Some.Refusal(() => offices.As("East").Set(interview, (Interview.AccountId, account)));

        Assert.AreEqual(MissingPrivilege, refusal.ErrorCode);
        Assert.Contains("prvAppendToAccount", refusal.Message);
        Assert.IsNull(offices.Org.System.Get<EntityReference>(interview, Interview.AccountId));
    }

    [TestMethod]
    public void Emptying_a_lookup_appends_nothing()
    {
        using var offices = new Offices("WL Seller");
        var interview = offices.Row(Interview.Table, Interview.Name, "East");
        offices.Org.System.Set(interview, (Interview.AccountId, offices.Org.System.Add(Account.Table)));

        offices.As("East").Set(interview, (Interview.AccountId, null));

        Assert.IsNull(offices.Org.System.Get<EntityReference>(interview, Interview.AccountId));
    }

    [TestMethod]
    [DataRow("East", "East", true)]
    [DataRow("West", "East", false)]
    public void Associating_rows_appends_one_to_the_other(string owner, string user, bool isReached)
    {
        using var offices = new Offices("Salesperson");
        var deal = offices.Row(Opportunity.Table, Opportunity.Name, owner);
        var rival = offices.Org.System.Add(Competitor.Table, (Competitor.Name, "Rival"));

        void Associate() => offices.As(user).Associate(Opportunity.Table, deal.Id, new Relationship("opportunitycompetitors_association"), [rival]);

        if (isReached)
        {
            Associate();
        }
        else
        {
            Assert.Contains("prvAppendOpportunity", Some.Refusal(Associate).Message);
        }

        Assert.AreEqual(isReached ? 1 : 0, offices.Org.System.Count(OpportunityCompetitors.Table));
    }

    [TestMethod]
    [DataRow("Colleague", true)]
    [DataRow("West", false)]
    public void A_row_is_created_only_for_an_owner_in_reach(string owner, bool isReached)
    {
        using var offices = new Offices("Salesperson");

        void Create() => offices.As("East").Add(Opportunity.Table, (Opportunity.OwnerId, offices.User(owner)));

        if (isReached)
        {
            Create();
        }
        else
        {
            Assert.Contains("prvCreateOpportunity", Some.Refusal(Create).Message);
        }

        Assert.AreEqual(isReached ? 1 : 0, offices.Org.System.Count(Opportunity.Table));
    }

    [TestMethod]
    public void Giving_a_row_away_takes_the_right_to_assign()
    {
        using var offices = new Offices("WL Seller");
        var interview = offices.Row(Interview.Table, Interview.Name, "East");

        var refusal = Some.Refusal(() => offices.As("East").Set(interview, (Interview.OwnerId, offices.User("Colleague"))));

        Assert.AreEqual(MissingPrivilege, refusal.ErrorCode);
        Assert.Contains("prvAssignwl_Interview", refusal.Message);
        Assert.AreEqual(offices.User("East"), offices.Org.System.Get<EntityReference>(interview, Interview.OwnerId));
    }
}
