using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Security;

/// <summary>Columns that the form of a table shows to nobody but SYSTEM, or to a few.</summary>
[TestClass]
public sealed class SecuredColumnTests
{
    private static IEnumerable<(string Table, string Column)> Permissions =>
        from file in XmlFile.In("Other").Where(file => file.Place == "Other/FieldSecurityProfiles.xml")
        from permission in file.Root.Descendants("FieldPermission")
        select (permission.Text("EntityName"), permission.Text("AttributeName"));

    [TestMethod]
    [DataRow("wl_rollup", "wl_tally", DisplayName = "the raw tally, from which hidden numbers could be read")]
    public void What_only_the_system_reads_is_secured_and_in_no_profile(string table, string column)
    {
        Assert.IsTrue(TableXml.Own.Single(own => own.LogicalName == table).Column(column)!.IsSecured);
        Assert.DoesNotContain((table, column), Permissions);
    }

    [TestMethod]
    public void A_profile_opens_only_columns_that_are_secured() => Expect.NoComplaint(Permissions
        .Where(permission => !(Org.Has(permission.Table, permission.Column) && Org.Tables[permission.Table].Columns[permission.Column].IsSecured))
        .Select(permission => $"A profile opens {permission.Table}.{permission.Column}, which is not secured."));

    [TestMethod]
    public void Neither_names_nor_keys_nor_system_columns_are_secured_because_the_platform_cannot() => Expect.All(
        TableXml.AllColumns,
        column => !column.IsSecured || (column.IsOwn && !column.IsPrimaryName),
        "is secured.");
}
