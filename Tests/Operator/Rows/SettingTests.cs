using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.Rows;

/// <summary>The setting row of an environment, written from a file.</summary>
[TestClass]
public sealed class SettingTests
{
    [TestMethod]
    [EachShell]
    public async Task Only_what_differs_is_written_and_a_second_time_nothing(Shell shell)
    {
        using var files = TestFolder.Of(("s.json", """{ "wl_enforcement": 727000002, "wl_overduelimit": 5, "wl_timezone": "東京 \"標準\"", "wl_sharescompetitors": true, "wl_minimumvalue": 0.5, "wl_goliveon": "2026-04-01", "wl_staledays": null }"""));
        await using var org = await Installed.Ready();
        var row = Installed.Setting(org, ("wl_overduelimit", 5), ("wl_staledays", 90));
        Installed.Setting(org, ("createdon", Dataverse.Now.AddDays(-1)), ("statecode", 1));

        (await shell.Operator.At(org).Run("settings", files["s.json"])).Ended(0)
            .Said("changed: wl_enforcement from null to 727000002").Said("changed: wl_staledays from 90 to null").Said("Columns changed: 6, as they should be: 1.").Said("run setup");
        (await shell.Operator.At(org).Run("settings", files["s.json"])).Ended(0).Said("Columns changed: 0, as they should be: 7.").NeverSaid("run setup");

        Assert.HasCount(1, org.Writes);
        Assert.DoesNotContain("wl_overduelimit", org.Writes.Single().Body);
        Assert.AreEqual("東京 \"標準\"", row["wl_timezone"]);
        Assert.AreEqual(0.5m, row["wl_minimumvalue"]);
        Assert.AreEqual("2026-04-01", row["wl_goliveon"]);
        Assert.IsNull(row["wl_staledays"]);
    }

    [TestMethod]
    [EachShell("""{ "wl_enforcment": 1 }""", "'wl_enforcment' is no column of wl_setting that can be written")]
    [EachShell("""{ "wl_programownerid": "x" }""", "'wl_programownerid' is no column")]
    [EachShell("""{ "wl_settingid": "x" }""", "'wl_settingid' is no column")]
    [EachShell("""{ "createdon": "2026-01-01" }""", "'createdon' is no column")]
    [EachShell("""{ "wl_enforcement": "Block" }""", "'wl_enforcement' is Picklist; give a whole number")]
    [EachShell("""{ "wl_overduelimit": 1.5 }""", "'wl_overduelimit' is Integer; give a whole number")]
    [EachShell("""{ "wl_sharescompetitors": 1 }""", "'wl_sharescompetitors' is Boolean; give true or false")]
    [EachShell("""{ "wl_timezone": 9 }""", "'wl_timezone' is String; give a text in quotes")]
    [EachShell("""{ "wl_minimumvalue": "1" }""", "'wl_minimumvalue' is Decimal; give a number")]
    [EachShell("""[ 1 ]""", "is not one JSON object")]
    [EachShell("""{ "wl_enforcement": """, "is not one JSON object")]
    public async Task What_cannot_be_meant_is_named_before_anything_is_written(Shell shell, string json, string complaint)
    {
        using var files = TestFolder.Of(("s.json", json));
        await using var org = await Installed.Ready();
        Installed.Setting(org);

        (await shell.Operator.At(org).Run("settings", files["s.json"])).Ended(2).Complained(complaint);

        Assert.IsEmpty(org.Writes);
    }

    [TestMethod]
    [EachShell]
    public async Task Without_a_row_the_reference_data_is_asked_for(Shell shell)
    {
        using var files = TestFolder.Of(("s.json", "{}"));
        await using var org = await Installed.Ready();

        (await shell.Operator.At(org).Run("settings", files["s.json"])).Ended(3).Complained("There is no active setting row");
    }
}
