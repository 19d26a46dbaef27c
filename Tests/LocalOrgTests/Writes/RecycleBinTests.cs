using CrmExtensions.Local;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Deleted rows come back for 30 days (PD/restore-deleted-records.md).</summary>
[TestClass]
public sealed class RecycleBinTests
{
    private static readonly LocalOrgOptions On = Some.Options with
    {
        RecycleBin = new HashSet<string> { Account.Table, Opportunity.Table, OpportunityProduct.Table, RollupPeriod.Table, OpportunityClose.Table },
    };

    // "All the original column values are restored unless you override them."
    [TestMethod]
    public void A_row_comes_back_as_it_was_and_raises_its_own_event()
    {
        var now = Some.Moment;
        using var org = Some.Org(On with { Clock = () => now });
        var account = org.System.Add(Account.Table, (Account.Name, "Bar"));
        var deal = org.System.Add(
            Opportunity.Table,
            (Opportunity.Name, "Deal"),
            (Opportunity.ParentAccountId, account),
            (Opportunity.EstimatedValue, new Money(1.5m)),
            (Opportunity.EstimatedCloseDate, Some.Moment.Date));
        var before = Words(org.System.Read(deal));
        var events = new List<string>();
        org.On("Restore", Opportunity.Table, Some.PostOperation, call => events.Add(call.Context.MessageName));
        org.On("Create", Opportunity.Table, Some.PostOperation, call => events.Add(call.Context.MessageName));
        org.System.Remove(deal);
        now += TimeSpan.FromHours(1);

        var response = Restore(org.System, deal);

        Assert.AreEqual(deal.Id, response["id"]);
        Assert.AreEqual(before, Words(org.System.Read(deal)));
        CollectionAssert.AreEqual(new[] { "Restore" }, events);
    }

    [TestMethod]
    public void Columns_can_be_set_on_the_way_and_are_checked()
    {
        using var org = Some.Org(On);
        var account = org.System.Add(Account.Table, (Account.Name, "a"));
        org.System.Remove(account);

        Assert.AreEqual(-2147217149, Some.Refusal(() => Restore(org.System, account, ("none", 1))).ErrorCode);
        Restore(org.System, account, (Account.Name, "a (Restored)"));

        Assert.AreEqual("a (Restored)", org.System.Get<string>(account, Account.Name));
    }

    [TestMethod]
    [DataRow(0, true)]
    [DataRow(30 * 24 * 60 * 60, true)]
    [DataRow((30 * 24 * 60 * 60) + 1, false)]
    public void A_row_comes_back_within_thirty_days(int seconds, bool isAccepted)
    {
        var now = Some.Moment;
        using var org = Some.Org(On with { Clock = () => now });
        var account = org.System.Add(Account.Table);
        org.System.Remove(account);
        now += TimeSpan.FromSeconds(seconds);

        if (isAccepted)
        {
            Restore(org.System, account);
        }
        else
        {
            Assert.AreEqual(-2147220969, Some.Refusal(() => Restore(org.System, account)).ErrorCode);
        }

        Assert.AreEqual(isAccepted ? 1 : 0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void A_twin_by_primary_key_or_by_alternate_key_is_in_the_way()
    {
        using var org = Some.Org(On);
        var (one, two) = (org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "one")), org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "two")));
        org.System.Remove(one);
        org.System.Remove(two);
        org.System.Create(new Entity(RollupPeriod.Table, one.Id) { [RollupPeriod.PeriodKey] = "other" });
        org.System.Add(RollupPeriod.Table, (RollupPeriod.PeriodKey, "two"));

        var id = Some.Refusal(() => Restore(org.System, one));
        var key = Some.Refusal(() => Restore(org.System, two));

        Assert.AreEqual(-2147182279, id.ErrorCode);
        Assert.AreEqual($"Please delete the existing conflicting record 'wl_RollupPeriod' with primary key 'wl_rollupperiodid' and primary key value '{one.Id}' before attempting restore.", id.Message);
        Assert.AreEqual((-2147182295, -2147088238), (key.ErrorCode, key.InnerFault!.ErrorCode));
        Assert.StartsWith("Duplicate entity key preventing restore of record 'wl_RollupPeriod'", key.Message);
        Assert.AreEqual("other two", org.System.Fetch(RollupPeriod.Table, "<attribute name='wl_periodkey'/><order attribute='wl_periodkey'/>").Texts(RollupPeriod.PeriodKey));
    }

    // "If the record with same primary key was already deleted before, copy to Recycle Bin is ignored for the record."
    [TestMethod]
    public void Of_two_rows_deleted_with_one_id_the_first_comes_back()
    {
        using var org = Some.Org(On);
        foreach (var name in new[] { "first", "second" })
        {
            org.System.Remove(new EntityReference(Account.Table, org.System.Create(new Entity(Account.Table, Some.Id(7)) { [Account.Name] = name })));
        }

        Restore(org.System, new EntityReference(Account.Table, Some.Id(7)));

        Assert.AreEqual("first", BulkTests.Names(org.System));
        Assert.AreEqual(-2147220969, Some.Refusal(() => Restore(org.System, new EntityReference(Account.Table, Some.Id(7)))).ErrorCode);
    }

    [TestMethod]
    public void What_the_deletion_took_along_comes_back_with_the_row()
    {
        using var org = Some.Org(On);
        var account = org.System.Add(Account.Table);
        var deal = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        var line = org.System.Add(OpportunityProduct.Table, (OpportunityProduct.OpportunityId, deal));
        org.System.Remove(account);
        org.System.Remove(deal);

        Restore(org.System, deal);
        Restore(org.System, account);

        Assert.AreEqual(deal, org.System.Get<EntityReference>(line, OpportunityProduct.OpportunityId));
        Assert.AreEqual(account, org.System.Get<EntityReference>(deal, Opportunity.ParentAccountId));
    }

    [TestMethod]
    public void A_reference_to_be_restored_whose_row_is_gone_is_in_the_way()
    {
        using var org = Some.Org(On);
        var account = org.System.Add(Account.Table);
        var deal = org.System.Add(Opportunity.Table, (Opportunity.ParentAccountId, account));
        org.System.Remove(account);
        org.System.Remove(deal);

        var refusal = Some.Refusal(() => Restore(org.System, account));

        Assert.AreEqual(-2147182247, refusal.ErrorCode);
        Assert.StartsWith($"Entity with id '{deal.Id}' and logical name 'opportunity' does not exist. We cannot restore the reference 'accountid'", refusal.Message);
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void Where_the_bin_is_off_nothing_can_be_restored()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table);
        org.System.Remove(account);

        Assert.Contains("whose recycle bin is off", Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => Restore(org.System, account)).Message);
    }

    [TestMethod]
    public void A_deletion_that_is_rolled_back_leaves_nothing_in_the_bin()
    {
        using var org = Some.Org(On);
        var account = org.System.Add(Account.Table);
        org.On("Delete", Account.Table, Some.PostOperation, _ => throw new InvalidPluginExecutionException("No."));

        Assert.AreEqual("No.", Some.Refusal(() => org.System.Remove(account)).Message);

        Assert.AreEqual(-2147220969, Some.Refusal(() => Restore(org.System, account)).ErrorCode);
    }

    private static OrganizationResponse Restore(IOrganizationService service, EntityReference row, params (string Column, object Value)[] columns)
    {
        var target = new Entity(row.LogicalName, row.Id);
        target.Attributes.AddRange(columns.Select(column => KeyValuePair.Create(column.Column, column.Value)));
        return service.Execute(new OrganizationRequest("Restore") { ["Target"] = target });
    }

    private static string Words(Entity row) => string.Join('\n', row.Attributes
        .Where(column => column.Key != "versionnumber")
        .OrderBy(column => column.Key, StringComparer.Ordinal)
        .Select(column => $"{column.Key} {(column.Value is Money money ? money.Value : column.Value is EntityReference to ? to.Id : column.Value is OptionSetValue choice ? choice.Value : column.Value)}"));
}
