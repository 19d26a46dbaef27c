using System.Xml.Linq;

namespace CrmExtensions.Tests.ReferenceData;

/// <summary>data_schema.xml: what is imported, in which order, and how a row is recognised when it is imported again.</summary>
[TestClass]
public sealed class SeedSchemaTests
{
    private static readonly string[] Order = ["wl_reason", "wl_vaguephrase", "wl_setting"];

    // All that the import knows; bigint and customer are not among them.
    private static readonly string[] Types =
    [
        "string", "guid", "number", "bool", "datetime", "decimal", "float", "money", "optionsetvalue", "optionsetvaluecollection",
        "entityreference", "owner", "partylist", "state", "status", "imagedata", "filedata",
    ];

    [TestMethod]
    public void The_folder_holds_the_two_files_that_the_import_reads() =>
        CollectionAssert.AreEquivalent(SeedData.Files.Select(file => file.Path).ToList(), Repo.FilesIn(SeedData.Folder, "").ToList());

    [TestMethod]
    public void Tables_stand_in_the_order_of_import_in_both_files()
    {
        CollectionAssert.AreEqual(Order, SeedData.Schema.Root.Elements("entityImportOrder").Elements("entityName").Select(name => name.Value).ToList());
        CollectionAssert.AreEqual(Order, SeedData.Tables.Select(table => table.Name).ToList());
        CollectionAssert.AreEqual(Order, SeedData.Rows.Root.Elements("entity").Select(entity => entity.Attr("name")).ToList());
    }

    [TestMethod]
    public void A_table_is_called_the_same_in_both_files() => Expect.NoComplaint(
        SeedData.Rows.Root.Elements("entity"),
        entity => Expect.Unless(SeedData.Tables.Any(table => table.Name == entity.Attr("name") && table.Entity.Attr("displayname") == entity.Attr("displayname")), $"{entity.Attr("displayname")} is not."));

    [TestMethod]
    public void Columns_are_declared_once_with_a_type_that_the_import_knows() => Expect.NoComplaint(SeedData.Tables, table =>
    [
        .. table.Columns.Repeated().Select(column => $"{table} declares {column} more than once."),
        .. table.Columns.Where(column => !Types.Contains(table.TypeOf(column))).Select(column => $"{table}: {column} is a '{table.TypeOf(column)}'."),
    ]);

    [TestMethod]
    public void The_key_is_the_only_id_and_every_other_column_is_ours() => Expect.NoComplaint(SeedData.Tables, table =>
    [
        .. Expect.Unless(table.PrimaryKey == $"{table.Name}id" && table.TypeOf(table.PrimaryKey) == "guid", $"{table} has the key {table.PrimaryKey}."),
        .. Expect.Unless(table.Marked("primaryKey").SequenceEqual([table.PrimaryKey]), $"{table} marks {string.Join(", ", table.Marked("primaryKey"))}."),
        .. Expect.Unless(table.Marked("customfield").SequenceEqual(table.Columns.Skip(1)), $"{table} does not say that its columns are custom ones."),
        .. Expect.Unless(table.Columns.Contains(table.Entity.Attr("primarynamefield")), $"{table} does not declare its name."),
        .. table.Columns.Where(column => !column.StartsWith(Publisher.Prefix, StringComparison.Ordinal)).Select(column => $"{table}: {column} is not ours."),
    ]);

    [TestMethod]
    [DataRow("wl_reason", "wl_code")]
    [DataRow("wl_vaguephrase", "wl_phrasekey")]
    [DataRow("wl_setting", "", DisplayName = "wl_setting, by its id or its name")]
    public void A_row_that_lost_its_id_is_recognised_by(string table, string column) =>
        Assert.AreEqual(column, string.Join(',', SeedData.Tables.Single(found => found.Name == table).Marked("updateCompare")));

    // Its number is another in every org; some readers ask for one.
    [TestMethod]
    public void No_table_has_a_number_that_means_something() => Expect.All(SeedData.Tables, table => table.Entity.Attr("etc") == "0", "has one.");

    [TestMethod]
    public void Importing_again_leaves_the_setting_alone() =>
        CollectionAssert.AreEqual(new[] { "wl_setting" }, SeedData.Tables.Where(table => table.Entity.Attr("skipupdate") == "true").Select(table => table.Name).ToList());

    [TestMethod]
    public void Importing_needs_no_right_to_go_round_plug_ins() => Expect.All(SeedData.Tables, table => table.Entity.Attr("disableplugins") == "false", "does.");
}
