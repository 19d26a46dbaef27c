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
    public void A_row_that_nothing_points_to_goes()
    {
        using var org = Some.Org();
        var (first, second) = (org.System.Add(Account.Table), org.System.Add(Account.Table));

        org.System.Remove(first);

        Assert.AreEqual(second.Id, org.System.Fetch(Account.Table).Entities.Single().Id);
    }
}
