using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Many-to-many relationships: Associate and Disassociate (PD/org-service/entity-operations-associate-disassociate.md).</summary>
[TestClass]
public sealed class AssociationTests
{
    private static readonly Relationship Rivals = new("opportunitycompetitors_association");

    [TestMethod]
    public void Rows_are_associated_from_either_end()
    {
        using var org = Some.Org();
        var deal = org.System.Add(Opportunity.Table);
        var (first, second, third) = (org.System.Add(Competitor.Table), org.System.Add(Competitor.Table), org.System.Add(Competitor.Table));

        org.System.Associate(Opportunity.Table, deal.Id, Rivals, [first, second]);
        org.System.Associate(Competitor.Table, third.Id, Rivals, [deal]);

        CollectionAssert.AreEquivalent(new[] { first.Id, second.Id, third.Id }, RivalsOf(org.System));
    }

    [TestMethod]
    public void Disassociating_undoes_just_that()
    {
        using var org = Some.Org();
        var (deal, other) = (org.System.Add(Opportunity.Table), org.System.Add(Opportunity.Table));
        var (first, second) = (org.System.Add(Competitor.Table), org.System.Add(Competitor.Table));
        org.System.Associate(Opportunity.Table, deal.Id, Rivals, [first, second]);
        org.System.Associate(Opportunity.Table, other.Id, Rivals, [first]);

        org.System.Disassociate(Opportunity.Table, deal.Id, Rivals, [first]);

        CollectionAssert.AreEquivalent(new[] { second.Id, first.Id }, RivalsOf(org.System));
        Assert.AreEqual(other.Id, Row(org.System, first).GetAttributeValue<Guid>(OpportunityCompetitors.OpportunityId));
    }

    [TestMethod]
    public void An_end_that_is_not_there_is_named()
    {
        using var org = Some.Org();
        var deal = org.System.Add(Opportunity.Table);

        var refusal = Some.Refusal(() => org.System.Associate(Opportunity.Table, deal.Id, Rivals, [new EntityReference(Competitor.Table, Some.Id(1))]));

        Assert.AreEqual(-2147220969, refusal.ErrorCode);
        Assert.AreEqual($"Entity 'competitor' With Id = {Some.Id(1)} Does Not Exist", refusal.Message);
        Assert.IsEmpty(RivalsOf(org.System));
    }

    [TestMethod]
    [DataRow(Opportunity.Table, Account.Table, "'competitor', not of 'account'")]
    [DataRow(Competitor.Table, Competitor.Table, "'opportunity', not of 'competitor'")]
    [DataRow(Account.Table, Competitor.Table, "'opportunity' and 'competitor', not of 'account'")]
    public void A_row_of_another_table_is_named(string table, string related, string words)
    {
        using var org = Some.Org();
        var (target, other) = (org.System.Add(table), org.System.Add(related));

        var refusal = Some.Refusal(() => org.System.Associate(table, target.Id, Rivals, [other]));

        Assert.AreEqual(-2147220989, refusal.ErrorCode);
        Assert.Contains(words, refusal.Message);
    }

    // DuplicateRecord (tag ERR of platform-facts.md): the table behind has no key that a caller could be told of.
    [TestMethod]
    public void Rows_that_are_associated_already_are_refused_from_either_end()
    {
        using var org = Some.Org();
        var (deal, rival) = (org.System.Add(Opportunity.Table), org.System.Add(Competitor.Table));
        org.System.Associate(Opportunity.Table, deal.Id, Rivals, [rival]);

        foreach (var refusal in new[]
        {
            Some.Refusal(() => org.System.Associate(Opportunity.Table, deal.Id, Rivals, [rival])),
            Some.Refusal(() => org.System.Associate(Competitor.Table, rival.Id, Rivals, [deal])),
        })
        {
            Assert.AreEqual(-2147220937, refusal.ErrorCode);
            Assert.AreEqual("Cannot insert duplicate key.", refusal.Message);
        }
    }

    // Not documented and listed on the page: the table has no privileges of its own, so either side's are asked for.
    [TestMethod]
    public void Who_may_not_read_either_side_does_not_read_what_joins_them()
    {
        using var org = Some.Org();
        var (deal, rival) = (org.System.Add(Opportunity.Table), org.System.Add(Competitor.Table));
        org.System.Associate(Opportunity.Table, deal.Id, Rivals, [rival]);
        var (guest, seller) = (org.As(org.AddUser("Guest")), org.As(org.AddUser("Seller", roles: ["Salesperson"])));

        Assert.AreEqual(-2147220960, Some.Refusal(() => guest.Fetch(OpportunityCompetitors.Table)).ErrorCode);
        Assert.HasCount(1, seller.Fetch(OpportunityCompetitors.Table).Entities);
    }

    [TestMethod]
    public void One_that_fails_undoes_those_before_it()
    {
        using var org = Some.Org();
        var deal = org.System.Add(Opportunity.Table);
        var rival = org.System.Add(Competitor.Table);

        Some.Refusal(() => org.System.Associate(Opportunity.Table, deal.Id, Rivals, [rival, new EntityReference(Competitor.Table, Some.Id(1))]));

        Assert.IsEmpty(RivalsOf(org.System));
    }

    // DuplicateRecord -2147220937, not DuplicateRecordEntityKey (ERR, platform-facts.md 2): "Cannot insert duplicate key." is what callers report.
    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_pair_that_is_associated_already_is_a_duplicate(bool isFromTheSameEnd)
    {
        using var org = Some.Org();
        var (deal, rival) = (org.System.Add(Opportunity.Table), org.System.Add(Competitor.Table));
        org.System.Associate(Opportunity.Table, deal.Id, Rivals, [rival]);

        var refusal = Some.Refusal(() =>
        {
            if (isFromTheSameEnd)
            {
                org.System.Associate(Opportunity.Table, deal.Id, Rivals, [rival]);
            }
            else
            {
                org.System.Associate(Competitor.Table, rival.Id, Rivals, [deal]);
            }
        });

        Assert.AreEqual(-2147220937, refusal.ErrorCode);
        Assert.AreEqual("Cannot insert duplicate key.", refusal.Message);
        Assert.HasCount(1, RivalsOf(org.System));
    }

    [TestMethod]
    [DataRow("Associate", Account.Table, Opportunity.Table, "joins rows of 'opportunity' and 'competitor', not of 'account'.")]
    [DataRow("Associate", Opportunity.Table, Account.Table, "joins rows of 'competitor', not of 'account'.")]
    [DataRow("Disassociate", Competitor.Table, Account.Table, "joins rows of 'opportunity', not of 'account'.")]
    public void A_row_of_a_table_that_many_to_many_does_not_join_is_refused(string message, string table, string related, string expected)
    {
        using var org = Some.Org();
        var (row, other) = (org.System.Add(table), org.System.Add(related));

        var refusal = Some.Refusal(() => org.System.Execute(new OrganizationRequest(message)
        {
            ["Target"] = row,
            ["Relationship"] = Rivals,
            ["RelatedEntities"] = new EntityReferenceCollection { other },
        }));

        Assert.EndsWith(expected, refusal.Message);
    }

    // Learn, associate and disassociate table rows: one-to-many or many-to-many "doesn't matter".
    [TestMethod]
    public void One_to_many_sets_and_empties_the_lookup_of_the_many_from_either_end()
    {
        using var org = Some.Org();
        var (account, other) = (org.System.Add(Account.Table, (Account.Name, "North")), org.System.Add(Account.Table));
        var (first, second) = (org.System.Add(Contact.Table), org.System.Add(Contact.Table));
        var company = new Relationship("account_contact_parentcustomerid");

        org.System.Associate(Account.Table, account.Id, company, [first, second]);
        Assert.AreEqual(account, org.System.Get<EntityReference>(first, Contact.ParentCustomerId));

        org.System.Associate(Contact.Table, first.Id, company, [other]);
        org.System.Disassociate(Account.Table, account.Id, company, [second]);

        Assert.AreEqual(other, org.System.Get<EntityReference>(first, Contact.ParentCustomerId));
        Assert.IsNull(org.System.Get<EntityReference>(second, Contact.ParentCustomerId));
    }

    [TestMethod]
    public void A_row_of_a_table_that_has_no_part_in_the_relationship_is_refused()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);

        var refusal = Some.Refusal(() => org.System.Associate(Account.Table, account.Id, new Relationship("account_contact_parentcustomerid"), [org.System.Add(Competitor.Table)]));

        Assert.Contains("expected contact", refusal.Message);
    }

    [TestMethod]
    public void A_relationship_that_nobody_knows_is_named()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);

        var refusal = Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => org.System.Associate(Account.Table, account.Id, new Relationship("nobody_knows"), []));

        Assert.Contains("'nobody_knows'", refusal.Message);
    }

    private static List<Guid> RivalsOf(IOrganizationService service) => service
        .Fetch(OpportunityCompetitors.Table, "<all-attributes/>")
        .Entities.Select(row => row.GetAttributeValue<Guid>(OpportunityCompetitors.CompetitorId)).ToList();

    private static Entity Row(IOrganizationService service, EntityReference rival) => service
        .Fetch(OpportunityCompetitors.Table, "<all-attributes/>")
        .Entities.Single(row => row.GetAttributeValue<Guid>(OpportunityCompetitors.CompetitorId) == rival.Id);
}
