using System.Text;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Files and arguments that cannot be used: a plain message, a non-zero exit, nothing spoilt.</summary>
[TestClass]
public sealed class WrongInputTests
{
    private const string Good = "Topic,Owner,Status,Actual Close Date\nA,Rep,Won,2026-04-01\n";

    [TestMethod]
    [DataRow("", "is empty. It needs a header with Topic, Owner and Status, and rows.")]
    [DataRow("Topic,Owner,Status\n", "has a header but no rows.")]
    [DataRow("Topic,Status\nA,Won\n", "has no column Owner.")]
    [DataRow("Topic,Owner,Status,topic\nA,Rep,Open,B\n", "has two columns named 'topic'.")]
    [DataRow("Topic,Owner,Status\n\"A,Rep,Open\nB,Rep,Open\n", "a quotation mark opens here and is never closed")]
    public async Task A_file_that_is_broken_as_a_whole_is_refused(string text, string words)
    {
        using var file = new DealsFile(text);

        AssertRefused(await HostRun.Of("replay", file.Path, "--json"), file.Path, words);
    }

    [TestMethod]
    [DataRow("utf-16")]
    [DataRow("utf-32")]
    [DataRow("iso-8859-1")]
    public async Task Another_encoding_than_UTF8_is_refused(string encoding)
    {
        using var file = new DealsFile(Encoding.GetEncoding(encoding).GetBytes(Good.Replace("A,", "Zür,", StringComparison.Ordinal)));

        AssertRefused(await HostRun.Of("replay", file.Path), file.Path, "is not UTF-8. Save it as \"CSV UTF-8\"");
    }

    [TestMethod]
    public async Task A_file_that_is_not_there_is_refused()
    {
        AssertRefused(await HostRun.Of("replay", "nowhere.csv"), "nowhere.csv", "cannot be read");
    }

    [TestMethod]
    [DataRow("--db")]
    [DataRow("--export")]
    public async Task A_place_where_nothing_can_be_written_is_refused_before_the_work(string option)
    {
        using var file = new DealsFile(Good);
        var place = file.Beside("missing/there");

        AssertRefused(await HostRun.Of("replay", file.Path, option, place), place, "");
    }

    [TestMethod]
    [DataRow("deals.csv")]
    [DataRow("../{folder}/deals.csv")]
    [DataRow("org.db")]
    public async Task An_export_onto_what_the_replay_reads_is_refused_and_spoils_nothing(string name)
    {
        using var file = new DealsFile(Good);
        var export = file.Beside(name.Replace("{folder}", Path.GetFileName(file.Folder), StringComparison.Ordinal));

        AssertRefused(await HostRun.Of("replay", file.Path, "--db", file.Beside("org.db"), "--export", export), export, "Give the roll-ups a file of their own.");
        Assert.AreEqual(Good, await File.ReadAllTextAsync(file.Path));
    }

    [TestMethod]
    [DataRow("replay")]
    [DataRow("replay", "deals.csv", "--jsno")]
    [DataRow("reply", "deals.csv")]
    public async Task Arguments_that_are_none_leave_standard_output_empty(params string[] arguments)
    {
        var run = await HostRun.Of(arguments);

        Assert.AreEqual(1, run.ExitCode);
        Assert.AreEqual("", run.Output);
        Assert.Contains("Try --help.", run.Error);
    }

    [TestMethod]
    public async Task A_deal_that_the_org_refuses_is_listed_and_the_rest_goes_on()
    {
        using var first = new DealsFile(DealsFile.Deals(2));
        using var file = new DealsFile(DealsFile.Deals(4));
        var database = file.Beside("org.db");
        Assert.AreEqual(0, (await HostRun.Of("replay", first.Path, "--db", database)).ExitCode);
        using (var org = Local.LocalOrg.InFile(database, new Local.LocalOrgOptions()))
        {
            org.System.Update(new Entity(Setting.Table, org.System.Fetch(Setting.Table)[0].Id) { [Setting.TimeZone] = "Nowhere Standard Time" });
        }

        var run = await HostRun.Of("replay", file.Path, "--db", database, "--json");

        Assert.AreEqual(2, run.ExitCode, run.Error);
        Assert.AreEqual(2, run.Json.GetProperty("rejected").GetInt32());
        Assert.AreEqual(2, run.Json.GetProperty("deals").GetInt32());
        Assert.Contains("Line 4: ", run.Error);
        Assert.Contains("'Nowhere Standard Time'", run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }

    private static void AssertRefused(HostRun run, string about, string words)
    {
        Assert.AreEqual(1, run.ExitCode);
        Assert.AreEqual("", run.Output);
        Assert.Contains(about, run.Error);
        Assert.Contains(words, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
        Assert.DoesNotContain("Exception", run.Error);
    }
}
