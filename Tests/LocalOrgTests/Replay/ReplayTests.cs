namespace CrmExtensions.Tests;

/// <summary>The replay command, run as a user runs it.</summary>
[TestClass]
public sealed class ReplayTests
{
    private const string Header = "Topic,Owner,Status,Status Reason,Actual Close Date,Actual Revenue,Est. Revenue\n";

    [TestMethod]
    public async Task The_bundled_sample_ends_with_an_interview_for_every_close_and_no_drift()
    {
        var run = await HostRun.Of("replay", Path.Combine(AppContext.BaseDirectory, "Samples", "deals.csv"), "--json");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.AreEqual(0, Number(run, "drift"));
        Assert.AreEqual(0, Number(run, "rejected"));
        Assert.AreEqual(Number(run, "won") + Number(run, "lost"), Number(run, "interviews"));
        Assert.IsTrue(Number(run, "folds") <= Number(run, "won") + Number(run, "lost"), run.Output);
        Assert.IsTrue(Number(run, "maxServiceCallsPerClose") is > 0 and <= 4, run.Output);
        Assert.IsTrue(Number(run, "rollupRows") > 0, run.Output);
    }

    [TestMethod]
    public async Task Without_a_command_one_interview_is_led_from_a_refused_report_to_its_completion()
    {
        var run = await HostRun.Of();

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.Contains("このままでは曖昧で", run.Output);
        Assert.Contains("1. それはいつ、どの場", run.Output);
        Assert.Contains("This is too vague to be of use to anybody else", run.Output);
        Assert.Contains("1. When was that, and on which occasion", run.Output);
        Assert.Contains("確認待ち / Submitted · 100 / 100 · 具体 / Specific", run.Output);
        Assert.Contains("完了 / Completed", run.Output);
    }

    [TestMethod]
    public async Task Json_is_one_object_with_the_names_that_were_promised()
    {
        using var file = new DealsFile(DealsFile.Deals(3));

        var run = await HostRun.Of("replay", file.Path, "--json");

        CollectionAssert.AreEqual(
            new[] { "deals", "rejected", "won", "lost", "interviews", "rollupRows", "folds", "maxServiceCallsPerClose", "drift", "closesPerSecond", "seconds" },
            run.Json.EnumerateObject().Select(property => property.Name).ToList());
    }

    [TestMethod]
    public async Task Without_json_it_shows_what_a_rep_and_a_marketer_see_and_what_the_marketer_may_not()
    {
        using var file = new DealsFile(DealsFile.Deals(12));

        var run = await HostRun.Of("replay", file.Path);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.Contains("Rep 0: 私の未完了 / my open interviews (4)", run.Output);
        Assert.Contains("fiscal year from 2026-04", run.Output);
        Assert.Contains("件数のみ", run.Output);
        Assert.Contains("prvReadOpportunity", run.Output);
    }

    [TestMethod]
    public async Task Rows_that_cannot_be_used_are_listed_with_line_column_and_reason_and_the_rest_goes_on()
    {
        using var file = new DealsFile(Header
            + "Good,Rep,Won,,2026-04-01,100,\n"
            + ",Rep,Won,,2026-04-01,,\n"
            + "No owner,,Lost,,2026-04-01,,\n"
            + "Odd status,Rep,Perhaps,,2026-04-01,,\n"
            + "Odd reason,Rep,Lost,Bored,2026-04-01,,\n"
            + "No date,Rep,Won,,,,\n"
            + "Odd date,Rep,Won,,01/04/2026,,\n"
            + "Odd amount,Rep,Won,,2026-04-01,a lot,\n"
            + "Too few fields,Rep\n"
            + "Good too,Rep,失注,取り消し,2026-04-02T09:00:00+09:00,,50\n");

        var run = await HostRun.Of("replay", file.Path, "--json");

        Assert.AreEqual(2, run.ExitCode, run.Error);
        Assert.AreEqual(8, Number(run, "rejected"));
        Assert.AreEqual(1, Number(run, "won"));
        Assert.AreEqual(1, Number(run, "lost"));
        foreach (var words in new[]
        {
            "Line 3, Topic: is empty",
            "Line 4, Owner: is empty",
            "Line 5, Status: 'Perhaps' is none of Open, Won, Lost",
            "Line 6, Status Reason: 'Bored' is no status reason of Lost in this org; it has Canceled, Out-Sold",
            "Line 7, Actual Close Date: is empty, but the deal is closed",
            "Line 8, Actual Close Date: '01/04/2026' is no ISO 8601 date",
            "Line 9, Actual Revenue: 'a lot' is no amount",
            "Line 10: the row has another number of fields than the header",
        })
        {
            Assert.Contains(words, run.Error);
        }
    }

    [TestMethod]
    [DataRow("\uFEFFTopic,Owner,Status,Actual Close Date\r\nA,Rep,Won,2026-04-01\r\n", DisplayName = "byte order mark and CRLF")]
    [DataRow("Unused,actual close date,STATUS,owner,Topic\nx,2026-04-01,won,Rep,A", DisplayName = "any order, any case, unknown columns, no last line end")]
    [DataRow("Topic,Owner,Status,Actual Close Date\n\"A \"\"big\"\" one,\nin two lines\",Rep,Won,2026-04-01\n", DisplayName = "quotes, commas and line ends inside a field")]
    public async Task A_file_may_look_in_every_way_that_the_format_allows(string text)
    {
        using var file = new DealsFile(text);

        var run = await HostRun.Of("replay", file.Path, "--json");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.AreEqual(1, Number(run, "won"));
        Assert.AreEqual(0, Number(run, "drift"));
    }

    [TestMethod]
    public async Task Amounts_beyond_a_hundred_billion_are_replayed_without_drift()
    {
        using var file = new DealsFile(Header + string.Concat(Enumerable.Range(1, 6).Select(day => $"Plant {day},Rep,Won,,2026-04-0{day},450000000000.75,\n")));

        var run = await HostRun.Of("replay", file.Path, "--json");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.AreEqual(6, Number(run, "interviews"));
        Assert.AreEqual(0, Number(run, "drift"));
    }

    private static int Number(HostRun run, string name) => run.Json.GetProperty(name).GetInt32();
}
