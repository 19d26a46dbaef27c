using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Lookups point to rows that are there, in a table they may point to (code ObjectDoesNotExist, tag ERR of platform-facts.md).</summary>
[TestClass]
public sealed class ReferenceTests
{
    [TestMethod]
    [DataRow(Opportunity.ParentAccountId, Contact.Table, "account")]
    [DataRow(Opportunity.ParentContactId, Account.Table, "contact")]
    [DataRow(Opportunity.OwnerId, Account.Table, "systemuser or team")]
    public void A_lookup_to_another_table_is_refused(string column, string table, string expected)
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Add(Opportunity.Table, (column, new EntityReference(table, Some.Id(1)))));

        Assert.AreEqual(-2147220989, refusal.ErrorCode);
        Assert.Contains($"'{column}' of 'opportunity'; expected {expected}", refusal.Message);
    }

    [TestMethod]
    [DataRow(Opportunity.ParentAccountId, Account.Table)]
    [DataRow(Opportunity.CampaignId, Campaign.Table)]
    [DataRow(Opportunity.TransactionCurrencyId, TransactionCurrency.Table)]
    [DataRow(Opportunity.OwnerId, SystemUser.Table)]
    [DataRow(Opportunity.OwnerId, Team.Table)]
    public void A_lookup_to_a_row_that_is_not_there_is_refused(string column, string table)
    {
        using var org = Some.Org();
        var row = org.System.Add(Opportunity.Table);
        var nowhere = new EntityReference(table, Some.Id(1));

        foreach (var act in new Action[] { () => org.System.Add(Opportunity.Table, (column, nowhere)), () => org.System.Set(row, (column, nowhere)) })
        {
            var refusal = Some.Refusal(act);
            Assert.AreEqual(-2147220969, refusal.ErrorCode);
            Assert.AreEqual($"Entity '{table}' With Id = {Some.Id(1)} Does Not Exist", refusal.Message);
        }
    }

    [TestMethod]
    public void A_lookup_comes_back_as_it_was_set_and_can_be_emptied()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table, (Account.Name, "North"));
        var row = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        Assert.AreEqual(account, org.System.Get<EntityReference>(row, Opportunity.ParentAccountId));

        org.System.Set(row, (Opportunity.ParentAccountId, null));

        Assert.IsFalse(org.System.Read(row).Contains(Opportunity.ParentAccountId));
    }

    // PD/use-alternate-key-reference-record.md
    [TestMethod]
    public void A_lookup_may_name_its_row_by_alternate_key()
    {
        using var org = OwnOrg.With(WithAccountKey);
        var account = org.System.Add(Account.Table, (Account.Name, "North"));
        var row = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, ByName("north")));

        Assert.AreEqual(account, org.System.Get<EntityReference>(row, Opportunity.ParentAccountId));
        Assert.AreEqual(-2147088239, Some.Refusal(() => org.System.Set(row, (Opportunity.ParentAccountId, ByName("South")))).ErrorCode);
        Assert.AreEqual(account, org.System.Get<EntityReference>(row, Opportunity.ParentAccountId));
    }

    [TestMethod]
    public void A_lookup_by_columns_that_are_no_key_is_refused()
    {
        using var org = Some.Org();

        Assert.AreEqual(-2147088240, Some.Refusal(() => org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, ByName("North")))).ErrorCode);
    }

    [TestMethod]
    [DataRow("Update")]
    [DataRow("Delete")]
    [DataRow("Retrieve")]
    public void A_row_that_is_not_there_cannot_be_touched(string message)
    {
        using var org = Some.Org();
        var nowhere = new EntityReference(Account.Table, Some.Id(1));

        var refusal = Some.Refusal(() => Touch(org.System, message, nowhere));

        Assert.AreEqual(-2147220969, refusal.ErrorCode);
        Assert.AreEqual($"Entity 'account' With Id = {Some.Id(1)} Does Not Exist", refusal.Message);
    }

    [TestMethod]
    [DataRow("Create", "Target")]
    [DataRow("Update", "Target")]
    [DataRow("Upsert", "Target")]
    [DataRow("Delete", "Target")]
    [DataRow("Retrieve", "Target")]
    [DataRow("RetrieveMultiple", "Query")]
    [DataRow("SetState", "EntityMoniker")]
    [DataRow("Associate", "Target")]
    public void A_message_without_its_parameter_is_refused(string message, string parameter)
    {
        using var org = Some.Org();

        var refusal = Some.Refusal(() => org.System.Execute(new OrganizationRequest(message)));

        Assert.AreEqual(-2147220989, refusal.ErrorCode);
        Assert.AreEqual($"Required field '{parameter}' is missing for message '{message}'.", refusal.Message);
    }

    private static EntityReference ByName(string name) => new(Account.Table, Account.Name, name);

    private static Catalog WithAccountKey(Catalog catalog) => catalog with
    {
        Tables = new Dictionary<string, Table>(catalog.Tables) { [Account.Table] = catalog.Tables[Account.Table] with { Keys = [new AlternateKey("name", "Name", [Account.Name])] } },
    };

    private static void Touch(IOrganizationService service, string message, EntityReference row)
    {
        switch (message)
        {
            case "Update":
                service.Set(row, (Account.Name, "x"));
                break;
            case "Delete":
                service.Remove(row);
                break;
            default:
                service.Read(row);
                break;
        }
    }
}
