using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>What deleting a row does to the rows that point to it: as the relationship says (platform-facts.md 1).</summary>
[TestClass]
public sealed class DeleteTests
{
    [TestMethod]
    public void Restrict_refuses_while_there_is_a_row_that_points_to_it()
    {
        using var org = Some.Org();
        var unit = new EntityReference(BusinessUnit.Table, org.AddBusinessUnit("East"));
        var below = new EntityReference(BusinessUnit.Table, org.AddBusinessUnit("East 1", unit.Id));

        var refusal = Some.Refusal(() => org.System.Remove(unit));
        Assert.StartsWith("The object you tried to delete is associated with another object and cannot be deleted.", refusal.Message);

        org.System.Remove(below);
        org.System.Remove(unit);
        Assert.AreEqual(1, org.System.Count(BusinessUnit.Table));
    }

    [TestMethod]
    public void Remove_link_empties_the_lookup_and_keeps_the_row()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        var contact = org.System.Add(Contact.Table, (Contact.ParentCustomerId, account));
        var deal = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account), (Opportunity.ParentContactId, contact));

        org.System.Remove(account);

        Assert.IsFalse(org.System.Read(deal).Contains(Opportunity.ParentAccountId));
        Assert.AreEqual(contact, org.System.Get<EntityReference>(deal, Opportunity.ParentContactId));
        Assert.IsFalse(org.System.Read(contact).Contains(Contact.ParentCustomerId));
    }

    [TestMethod]
    public void Cascade_deletes_the_rows_below_and_no_others()
    {
        using var org = Some.Org();
        var (deal, other) = (org.System.Add(Opportunity.Table), org.System.Add(Opportunity.Table));
        org.System.Add(OpportunityProduct.Table, (OpportunityProduct.OpportunityId, deal));
        org.System.Add(OpportunityProduct.Table, (OpportunityProduct.OpportunityId, deal));
        var kept = org.System.Add(OpportunityProduct.Table, (OpportunityProduct.OpportunityId, other));

        org.System.Remove(deal);

        Assert.AreEqual(kept.Id, org.System.Fetch(OpportunityProduct.Table).Entities.Single().Id);
    }

    [TestMethod]
    public void A_cascade_that_meets_a_restriction_leaves_everything_as_it_was()
    {
        using var org = Some.Org();
        var deal = org.System.Add(Opportunity.Table);
        org.System.Add(OpportunityProduct.Table, (OpportunityProduct.OpportunityId, deal));
        org.On("Delete", OpportunityProduct.Table, Some.PreValidation, _ => throw new InvalidPluginExecutionException("Not this one."));

        Assert.AreEqual("Not this one.", Some.Refusal(() => org.System.Remove(deal)).Message);

        Assert.AreEqual(1, org.System.Count(Opportunity.Table));
        Assert.AreEqual(1, org.System.Count(OpportunityProduct.Table));
    }

    [TestMethod]
    public void Restrict_is_checked_between_PreValidation_and_PreOperation()
    {
        using var org = OwnOrg.Where(Account.Table, Opportunity.ParentAccountId, relation => relation with { OnDelete = Cascade.Restrict });
        var account = org.System.Add(Account.Table);
        org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        var stages = StagesOf(org);

        var refusal = Some.Refusal(() => org.System.Remove(account));

        Assert.AreEqual(-2147187707, refusal.ErrorCode);
        CollectionAssert.AreEqual(new[] { Some.PreValidation }, stages);
    }

    [TestMethod]
    public void A_link_is_there_at_PreValidation_and_gone_at_PreOperation()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        var deal = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        var linked = new List<bool>();
        foreach (var stage in new[] { Some.PreValidation, Some.PreOperation, Some.PostOperation })
        {
            org.On("Delete", Account.Table, stage, call => linked.Add(call.Service.Read(deal).Contains(Opportunity.ParentAccountId)));
        }

        org.System.Remove(account);

        CollectionAssert.AreEqual(new[] { true, false, false }, linked);
    }

    [TestMethod]
    public void What_a_step_has_linked_in_the_meantime_loses_its_link_too()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        org.On("Delete", Account.Table, Some.PreOperation, call => call.Service.Add(Opportunity.Table, (Opportunity.ParentAccountId, account)));

        org.System.Remove(account);

        Assert.AreEqual("-", org.System.Fetch(Opportunity.Table, "<attribute name='parentaccountid'/>").Texts(Opportunity.ParentAccountId));
    }

    // PreValidation comes "before any security checks are performed" (PD/event-framework.md); PreOperation does not.
    [TestMethod]
    public void Who_may_not_delete_is_told_so_after_PreValidation()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        var deal = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        var stages = StagesOf(org);
        var reader = org.As(org.AddUser("Reader", roles: ["WL Insight Reader"]));

        Assert.AreEqual(-2147220960, Some.Refusal(() => reader.Remove(account)).ErrorCode);

        CollectionAssert.AreEqual(new[] { Some.PreValidation }, stages);
        Assert.AreEqual(account, org.System.Get<EntityReference>(deal, Opportunity.ParentAccountId));
    }

    [TestMethod]
    public void A_row_that_nothing_points_to_goes()
    {
        using var org = Some.Org();
        var (first, second) = (org.System.Add(Account.Table), org.System.Add(Account.Table));

        org.System.Remove(first);

        Assert.AreEqual(second.Id, org.System.Fetch(Account.Table).Entities.Single().Id);
    }

    private static List<int> StagesOf(LocalOrg org)
    {
        var seen = new List<int>();
        foreach (var stage in new[] { Some.PreValidation, Some.PreOperation, Some.PostOperation })
        {
            org.On("Delete", Account.Table, stage, _ => seen.Add(stage));
        }

        return seen;
    }
}
