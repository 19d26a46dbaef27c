namespace CrmExtensions.Tests.Tables;

/// <summary>What every table has (solution-anatomy.md 4, 5).</summary>
[TestClass]
public sealed class TableTests
{
    private static readonly string[] OfEveryTable =
    [
        "CreatedBy", "CreatedOn", "CreatedOnBehalfBy", "ImportSequenceNumber", "ModifiedBy", "ModifiedOn", "ModifiedOnBehalfBy",
        "OverriddenCreatedOn", "statecode", "statuscode", "TimeZoneRuleVersionNumber", "UTCConversionTimeZoneCode",
    ];

    private static readonly string[] OfUsers = ["OwnerId", "OwningBusinessUnit", "OwningTeam", "OwningUser"];
    private static readonly string[] OfMoney = ["ExchangeRate", "TransactionCurrencyId"];

    [TestMethod]
    public void A_table_has_the_systems_columns_for_its_ownership_and_no_others() => Expect.NoComplaint(TableXml.Own, table => Difference(
        table.ToString(),
        [
            .. OfEveryTable,
            $"{table.SchemaName}Id",
            .. table.IsOrgOwned ? ["OrganizationId"] : OfUsers,
            .. table.Columns.Any(column => column.Type == "money") ? OfMoney : [],
        ],
        table.Columns.Where(column => !column.IsOwn).Select(column => column.PhysicalName)));

    [TestMethod]
    public void A_table_is_owned_by_users_or_by_the_organisation() =>
        Expect.All(TableXml.Own, table => table.Entity.Text("OwnershipTypeMask") is "UserOwned" or "OrgOwned", "is neither.");

    [TestMethod]
    public void A_table_has_one_key_called_after_it_and_one_name() => Expect.NoComplaint(TableXml.Own, table =>
    [
        .. Difference(table.ToString(), [$"{table.SchemaName}Id"], table.Columns.Where(column => column.Type == "primarykey").Select(column => column.PhysicalName)),
        .. Expect.Unless(table.Columns.Count(column => column.IsPrimaryName) == 1, $"{table} has not one primary name."),
    ]);

    [TestMethod]
    public void A_primary_name_is_a_text_of_ours() =>
        Expect.All(TableXml.AllColumns.Where(column => column.IsPrimaryName), column => column.Type == "nvarchar" && column.IsOwn, "is not.");

    [TestMethod]
    public void A_set_is_called_after_its_table_and_no_two_alike() => Expect.NoComplaint(
    [
        .. TableXml.Own.Where(table => !table.Entity.Text("EntitySetName").StartsWith(table.LogicalName, StringComparison.Ordinal)).Select(table => $"{table} has the set '{table.Entity.Text("EntitySetName")}'."),
        .. TableXml.Own.Select(table => table.Entity.Text("EntitySetName")).Repeated().Select(set => $"{set} names several sets."),
    ]);

    [TestMethod]
    public void No_column_stands_twice_in_a_table() => Expect.NoComplaint(TableXml.All, table =>
        table.Columns.Select(column => column.LogicalName).Repeated().Select(name => $"{table} has {name} twice."));

    [TestMethod]
    public void A_system_table_gets_columns_and_nothing_that_would_overwrite_it() => Expect.NoComplaint(
        from table in TableXml.All.Except(TableXml.Own)
        from element in table.Entity.Elements()
        where element.Name != "attributes"
        select $"{table} sets {element.Name} of a table that is not ours.");

    private static IEnumerable<string> Difference(string table, IReadOnlyList<string> expected, IEnumerable<string> actual)
    {
        var found = actual.ToList();
        return [.. expected.Except(found).Select(name => $"{table} lacks {name}."), .. found.Except(expected).Select(name => $"{table} should not have {name}.")];
    }
}
