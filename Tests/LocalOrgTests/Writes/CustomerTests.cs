using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Customer columns point to an account or a contact, and tell which (PD/reference/entities/contact.md, ParentCustomerId).</summary>
[TestClass]
public sealed class CustomerTests
{
    [TestMethod]
    public void A_customer_comes_back_with_its_table_and_its_name()
    {
        using var org = Some.Org();
        var (account, contact) = (org.System.Add(Account.Table, (Account.Name, "North")), org.System.Add(Contact.Table, (Contact.FullName, "Mori")));
        var (of, under) = (org.System.Add(Contact.Table, (Contact.ParentCustomerId, account)), org.System.Add(Contact.Table, (Contact.ParentCustomerId, contact)));

        Assert.AreEqual((Account.Table, account.Id, "North"), Told(of));
        Assert.AreEqual((Contact.Table, contact.Id, "Mori"), Told(under));

        org.System.Set(of, (Contact.ParentCustomerId, contact));
        Assert.AreEqual((Contact.Table, contact.Id, "Mori"), Told(of));

        (string Table, Guid Id, string? Name) Told(EntityReference row)
        {
            var customer = org.System.Get<EntityReference>(row, Contact.ParentCustomerId)!;
            return (customer.LogicalName, customer.Id, customer.Name);
        }
    }

    [TestMethod]
    [DataRow(Account.Table)]
    [DataRow(Contact.Table)]
    public void A_customer_that_is_not_there_is_refused(string table)
    {
        using var org = Some.Org();
        var row = org.System.Add(Contact.Table);
        var nowhere = new EntityReference(table, Some.Id(1));

        foreach (var act in new Action[] { () => org.System.Add(Contact.Table, (Contact.ParentCustomerId, nowhere)), () => org.System.Set(row, (Contact.ParentCustomerId, nowhere)) })
        {
            Assert.AreEqual($"Entity '{table}' With Id = {Some.Id(1)} Does Not Exist", Some.Refusal(act).Message);
        }
    }

    [TestMethod]
    public void An_id_is_sought_in_the_table_that_is_told()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);

        var refusal = Some.Refusal(() => org.System.Add(Contact.Table, (Contact.ParentCustomerId, new EntityReference(Contact.Table, account.Id))));

        Assert.AreEqual($"Entity 'contact' With Id = {account.Id} Does Not Exist", refusal.Message);
    }

    [TestMethod]
    public void A_row_of_another_table_is_no_customer()
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Add(Contact.Table, (Contact.ParentCustomerId, org.System.Add(Competitor.Table))));

        Assert.Contains("expected account or contact", refusal.Message);
    }

    [TestMethod]
    public void Deleting_a_customer_of_either_kind_empties_the_column()
    {
        using var org = Some.Org();
        foreach (var customer in new[] { org.System.Add(Account.Table), org.System.Add(Contact.Table) })
        {
            var row = org.System.Add(Contact.Table, (Contact.ParentCustomerId, customer));

            org.System.Remove(customer);

            Assert.IsFalse(org.System.Read(row).Contains(Contact.ParentCustomerId));
        }
    }

    [TestMethod]
    public void Rows_are_found_and_linked_by_their_customer()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table, (Account.Name, "North"));
        org.System.Add(Contact.Table, (Contact.FullName, "Mori"), (Contact.ParentCustomerId, account));
        org.System.Add(Contact.Table, (Contact.FullName, "Hara"), (Contact.ParentCustomerId, org.System.Add(Contact.Table)));

        var byId = org.System.Fetch(Contact.Table, $"<attribute name='fullname'/><filter><condition attribute='parentcustomerid' operator='eq' value='{account.Id}'/></filter>");
        var byLink = org.System.Fetch(Contact.Table, "<attribute name='fullname'/><link-entity name='account' from='accountid' to='parentcustomerid'><filter><condition attribute='name' operator='eq' value='North'/></filter></link-entity>");

        Assert.AreEqual("Mori", byId.Texts("fullname"));
        Assert.AreEqual("Mori", byLink.Texts("fullname"));
    }

    [TestMethod]
    public void A_restored_row_has_its_customer_again()
    {
        using var org = Some.Org(Some.Options with { RecycleBin = new HashSet<string> { Contact.Table } });
        var contact = org.System.Add(Contact.Table, (Contact.FullName, "Mori"));
        var row = org.System.Add(Contact.Table, (Contact.ParentCustomerId, contact));
        org.System.Remove(row);

        org.System.Execute(new OrganizationRequest("Restore") { ["Target"] = new Entity(Contact.Table, row.Id) });

        Assert.AreEqual(contact, org.System.Get<EntityReference>(row, Contact.ParentCustomerId));
    }
}
