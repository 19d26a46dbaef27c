using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;

namespace CrmExtensions.Tests;

/// <summary>
/// "Restrict is checked before stage 20, RemoveLink nulls child lookups between stage 10 and 20 ... to find children on Delete use
/// PreValidation" (platform-facts.md 1).
/// </summary>
[TestClass]
public sealed class DeleteStageTests
{
    private readonly List<string> seen = [];

    [TestMethod]
    public void A_restriction_refuses_after_PreValidation_and_before_any_other_step()
    {
        using var org = OwnOrg.Where(Account.Table, Opportunity.ParentAccountId, relation => relation with { OnDelete = Cascade.Restrict });
        var account = org.System.Add(Account.Table);
        org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        Watch(org, call => call.Context.Stage.ToString(System.Globalization.CultureInfo.InvariantCulture));

        Assert.StartsWith("The object you tried to delete is associated with another object", Some.Refusal(() => org.System.Remove(account)).Message);

        Assert.AreEqual("10", string.Join(' ', seen));
        Assert.AreEqual(1, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void Only_PreValidation_still_finds_the_children_whose_link_is_removed()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        var deal = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        Watch(org, call => call.Service.Read(deal).Contains(Opportunity.ParentAccountId) ? "linked" : "free");

        org.System.Remove(account);

        Assert.AreEqual("linked free free", string.Join(' ', seen));
    }

    [TestMethod]
    public void Those_that_go_along_are_there_until_the_row_itself_goes()
    {
        using var org = Some.Org();
        var deal = org.System.Add(Opportunity.Table);
        org.System.Add(OpportunityProduct.Table, (OpportunityProduct.OpportunityId, deal));
        Watch(org, call => $"{call.Service.Count(OpportunityProduct.Table)}", Opportunity.Table);

        org.System.Remove(deal);

        Assert.AreEqual("1 1 0", string.Join(' ', seen));
    }

    [TestMethod]
    public void A_link_removed_is_there_again_when_a_later_step_refuses()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        var deal = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        org.On("Delete", Account.Table, Some.PreOperation, _ => throw new Microsoft.Xrm.Sdk.InvalidPluginExecutionException("no"));

        Some.Refusal(() => org.System.Remove(account));

        Assert.AreEqual(account, org.System.Get<Microsoft.Xrm.Sdk.EntityReference>(deal, Opportunity.ParentAccountId));
    }

    [TestMethod]
    public void A_row_that_a_step_has_linked_since_is_let_go_too()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        org.On("Delete", Account.Table, Some.PreOperation, call => call.Service.Add(Opportunity.Table, (Opportunity.ParentAccountId, account)));

        org.System.Remove(account);

        Assert.AreEqual(0, org.System.Count(Account.Table));
        Assert.IsFalse(org.System.Fetch(Opportunity.Table, "<all-attributes/>")[0].Contains(Opportunity.ParentAccountId));
    }

    private void Watch(LocalOrg org, Func<PluginCall, string> what, string table = Account.Table)
    {
        foreach (var stage in new[] { Some.PreValidation, Some.PreOperation, Some.PostOperation })
        {
            org.On("Delete", table, stage, call => seen.Add(what(call)));
        }
    }
}
