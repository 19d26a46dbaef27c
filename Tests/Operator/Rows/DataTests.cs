using System.Xml.Linq;
using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.Rows;

/// <summary>The reference data, where the Configuration Migration Tool does not run.</summary>
[TestClass]
public sealed class DataTests
{
    [TestMethod]
    [EachShell]
    public async Task All_rows_arrive_under_their_ids_and_a_second_time_none(Shell shell)
    {
        await using var org = await Installed.Ready(whole: true);
        var records = Records().ToList();

        (await shell.Operator.At(org).Run("data")).Ended(0).Said($"Rows created: {records.Count}, changed: 0, unchanged: 0.");
        Expect.NoComplaint(records, record => Complaints(org, record.Table, record.Record));
        var writes = org.Writes.Count();

        (await shell.Operator.At(org).Run("data")).Ended(0).Said($"Rows created: 0, changed: 0, unchanged: {records.Count}.");
        Assert.HasCount(writes, org.Writes);
    }

    [TestMethod]
    [EachShell]
    public async Task A_row_is_found_by_its_code_too_and_what_was_changed_is_restored_alone(Shell shell)
    {
        using var files = Small();
        await using var org = await Installed.Ready(whole: true);
        var own = org.Rows.Add("wl_reason", ("wl_code", "A1"), ("wl_name", "<A & \"B\">"), ("wl_isprice", false), ("wl_category", 727_000_000));

        (await shell.Operator.At(org).Run("data", "--data", files.Path)).Ended(0).Said("changed: wl_reasons A1 (wl_isprice)").Said("Rows created: 1, changed: 1, unchanged: 0.");

        Assert.AreEqual("""{"wl_isprice":true}""", org.Writes.First().Body);
        Assert.IsTrue((bool)own["wl_isprice"]!);
    }

    [TestMethod]
    [EachShell]
    public async Task The_setting_that_is_there_is_never_touched(Shell shell)
    {
        using var files = Small();
        await using var org = await Installed.Ready(whole: true);
        Installed.Setting(org, ("wl_name", "Ours"));

        (await shell.Operator.At(org).Run("data", "--data", files.Path)).Ended(0).Said("wl_settings: the org has rows of its own, which are kept.");

        Assert.HasCount(1, org.Rows.In("wl_setting"));
        Assert.DoesNotContain("wl_settings", string.Join('\n', org.Writes));
    }

    [TestMethod]
    [EachShell]
    public async Task A_dry_run_and_a_missing_file_change_nothing(Shell shell)
    {
        using var files = Small();
        await using var org = await Installed.Ready(whole: true);

        (await shell.Operator.At(org).Run("data", "--data", files.Path, "--dry-run")).Ended(0).Said("dry run: created: wl_reasons A1");
        File.Delete(files["data.xml"]);
        (await shell.Operator.At(org).Run("data", "--data", files.Path)).Ended(2).Complained("data.xml is not there");

        Assert.IsEmpty(org.Writes);
    }

    private static TestFolder Small() => TestFolder.Of(
        ("data_schema.xml", """
            <entities>
              <entity name="wl_reason" displayname="Reason" primaryidfield="wl_reasonid" primarynamefield="wl_name"><fields>
                <field displayname="Reason" name="wl_reasonid" type="guid" primaryKey="true" /><field displayname="Code" name="wl_code" type="string" updateCompare="true" />
                <field displayname="Name" name="wl_name" type="string" /><field displayname="Price" name="wl_isprice" type="bool" /><field displayname="Category" name="wl_category" type="optionsetvalue" />
              </fields></entity>
              <entity name="wl_setting" displayname="Setting" primaryidfield="wl_settingid" primarynamefield="wl_name" skipupdate="true"><fields>
                <field displayname="Setting" name="wl_settingid" type="guid" primaryKey="true" /><field displayname="Name" name="wl_name" type="string" />
              </fields></entity>
            </entities>
            """),
        ("data.xml", """
            <entities>
              <entity name="wl_reason"><records><record id="0f8fad5b-d9cb-469f-a165-70867728950e">
                <field name="wl_reasonid" value="0f8fad5b-d9cb-469f-a165-70867728950e" /><field name="wl_code" value="A1" /><field name="wl_name" value="&lt;A &amp; &quot;B&quot;&gt;" />
                <field name="wl_isprice" value="True" /><field name="wl_category" value="727000000" />
              </record></records></entity>
              <entity name="wl_setting"><records><record id="0f8fad5b-d9cb-469f-a165-70867728950f">
                <field name="wl_settingid" value="0f8fad5b-d9cb-469f-a165-70867728950f" /><field name="wl_name" value="Default" />
              </record></records></entity>
            </entities>
            """));

    private static IEnumerable<(string Table, XElement Record)> Records() =>
        from entity in XDocument.Load(Repo.Full("pac-config/data/data.xml")).Root!.Elements("entity")
        from record in entity.Elements("records").Elements("record")
        select (entity.Attr("name"), record);

    private static IEnumerable<string> Complaints(Dataverse org, string table, XElement record) =>
        org.Rows.Find(OrgModel.Tables[table], Guid.Parse(record.Attr("id"))) is not { } row
            ? [$"{record.Attr("id")} of {table} is missing."]
            : record.Elements("field").Where(field => !string.Equals(row[field.Attr("name")]?.ToString(), field.Attr("value"), StringComparison.Ordinal)).Select(field => $"{row} has another {field.Attr("name")}.");
}
