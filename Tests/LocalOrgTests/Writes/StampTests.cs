using CrmExtensions.Local;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Who made and changed a row, and when: columns every table has (CE/developer/reference/entities/opportunity.md).</summary>
[TestClass]
public sealed class StampTests
{
    private DateTime now = Some.Moment;

    [TestMethod]
    public void A_new_row_says_who_made_it_and_when()
    {
        using var org = Org();
        var seller = org.AddUser("Seller", roles: ["Salesperson"]);

        var row = org.System.Read(org.As(seller).Add(Account.Table));

        AssertStamps(row, seller, Some.Moment, seller, Some.Moment);
    }

    [TestMethod]
    public void A_changed_row_says_who_changed_it_last_and_when()
    {
        using var org = Org();
        var seller = org.AddUser("Seller", roles: ["Salesperson"]);
        var account = org.System.Add(Account.Table, (Account.OwnerId, new EntityReference(SystemUser.Table, seller)));

        now = now.AddMinutes(1).AddMilliseconds(1);
        org.As(seller).Set(account, (Account.Name, "b"));

        AssertStamps(org.System.Read(account), WellKnown.SystemUser, Some.Moment, seller, Some.Moment.AddMinutes(1));
    }

    [TestMethod]
    public void Stamps_cannot_be_written()
    {
        using var org = Org();
        var seller = org.AddUser("Seller", roles: ["Salesperson"]);
        (string, object?)[] forged =
        [
            (Account.CreatedOn, Some.Moment.AddYears(-1)),
            (Account.ModifiedOn, Some.Moment.AddYears(-1)),
            (Account.CreatedBy, new EntityReference(SystemUser.Table, seller)),
            (Account.ModifiedBy, new EntityReference(SystemUser.Table, seller)),
            (Account.VersionNumber, 1_000_000L),
        ];

        var account = org.System.Add(Account.Table, forged);
        AssertStamps(org.System.Read(account), WellKnown.SystemUser, Some.Moment, WellKnown.SystemUser, Some.Moment);

        org.System.Set(account, forged);
        AssertStamps(org.System.Read(account), WellKnown.SystemUser, Some.Moment, WellKnown.SystemUser, Some.Moment);
        Assert.IsLessThan(1_000_000L, org.System.Get<long>(account, Account.VersionNumber));
    }

    [TestMethod]
    public void A_migrated_row_may_say_when_it_was_made()
    {
        using var org = Org();

        var row = org.System.Read(org.System.Add(Account.Table, (Account.OverriddenCreatedOn, Some.Moment.AddYears(-1))));

        AssertStamps(row, WellKnown.SystemUser, Some.Moment.AddYears(-1), WellKnown.SystemUser, Some.Moment);
    }

    [TestMethod]
    public void A_plugin_that_writes_as_the_system_is_stamped_as_the_system()
    {
        using var org = Org();
        var seller = org.AddUser("Seller", roles: ["Salesperson"]);
        var rows = new List<EntityReference>();
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            rows.Add(call.Service.Add(Competitor.Table));
            rows.Add(call.ServiceOf(Guid.Empty).Add(Contact.Table));
        });

        org.As(seller).Add(Account.Table);

        Assert.AreEqual(WellKnown.SystemUser, org.System.Get<EntityReference>(rows[0], Competitor.CreatedBy)!.Id);
        Assert.AreEqual(seller, org.System.Get<EntityReference>(rows[1], Contact.CreatedBy)!.Id);
    }

    private LocalOrg Org() => Some.Org(Some.Options with { Clock = () => now });

    private static void AssertStamps(Entity row, Guid createdBy, DateTime createdOn, Guid modifiedBy, DateTime modifiedOn)
    {
        Assert.AreEqual(createdBy, row.GetAttributeValue<EntityReference>(Account.CreatedBy)!.Id);
        Assert.AreEqual(createdOn, row[Account.CreatedOn]);
        Assert.AreEqual(modifiedBy, row.GetAttributeValue<EntityReference>(Account.ModifiedBy)!.Id);
        Assert.AreEqual(modifiedOn, row[Account.ModifiedOn]);
    }
}
