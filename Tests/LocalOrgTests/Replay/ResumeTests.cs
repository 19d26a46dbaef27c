namespace CrmExtensions.Tests;

/// <summary>A replay with --db: what was done stays done, and drift is found.</summary>
[TestClass]
public sealed class ResumeTests
{
    [TestMethod]
    public async Task A_replay_that_was_killed_goes_on_where_it_stopped()
    {
        using var file = new DealsFile(DealsFile.Deals(1500));
        var database = file.Beside("org.db");
        using (var process = HostRun.Start("replay", file.Path, "--db", database, "--json"))
        {
            await Interviews(database, atLeast: 40);
            process.Kill();
            await HostRun.Ended(process);
        }

        var run = await HostRun.Of("replay", file.Path, "--db", database, "--json");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        Assert.AreEqual(1500, run.Json.GetProperty("interviews").GetInt32());
        Assert.AreEqual(0, run.Json.GetProperty("drift").GetInt32());
    }

    [TestMethod]
    public async Task Replaying_the_same_file_again_changes_nothing()
    {
        using var file = new DealsFile(DealsFile.Deals(30));
        var database = file.Beside("org.db");
        await HostRun.Of("replay", file.Path, "--db", database, "--export", file.Beside("one.csv"));

        var run = await HostRun.Of("replay", file.Path, "--db", database, "--json", "--export", file.Beside("two.csv"));

        Assert.AreEqual(30, run.Json.GetProperty("interviews").GetInt32());
        Assert.AreEqual(await File.ReadAllTextAsync(file.Beside("one.csv")), await File.ReadAllTextAsync(file.Beside("two.csv")));
    }

    [TestMethod]
    public async Task A_database_of_other_deals_is_refused()
    {
        using var file = new DealsFile(DealsFile.Deals(3));
        using var other = new DealsFile(DealsFile.Deals(2));
        var database = file.Beside("org.db");
        await HostRun.Of("replay", file.Path, "--db", database);

        var run = await HostRun.Of("replay", other.Path, "--db", database);

        Assert.AreEqual(1, run.ExitCode);
        Assert.Contains("holds 1 deals that are not in this file", run.Error);
    }

    [TestMethod]
    [DataRow("UPDATE wl_rollup SET wl_won = wl_won + 1 WHERE wl_won IS NOT NULL AND wl_dimension1 = 727000000", 4)]
    [DataRow("UPDATE wl_rollup SET wl_tally = replace(wl_tally, 'won=15', 'won=16') WHERE wl_dimension1 = 727000000", 4)]
    [DataRow("DELETE FROM wl_rollup WHERE wl_dimension1 = 727000000", 148)]
    public async Task Figures_that_are_not_what_the_file_says_count_as_drift(string tampering, int cells)
    {
        using var file = new DealsFile(DealsFile.Deals(30));
        var database = file.Beside("org.db");
        await HostRun.Of("replay", file.Path, "--db", database);
        OrgFile.Execute(database, tampering);

        var run = await HostRun.Of("replay", file.Path, "--db", database, "--json");

        Assert.AreEqual(3, run.ExitCode, run.Error);
        Assert.AreEqual(cells, run.Json.GetProperty("drift").GetInt32(), run.Error);
        Assert.Contains("2026-04-01 all", run.Error);
    }

    private static async Task Interviews(string database, int atLeast)
    {
        for (var tries = 0; tries < 600; tries++)
        {
            await Task.Delay(50);
            if (File.Exists(database) && Count(database) >= atLeast)
            {
                return;
            }
        }

        Assert.Fail("The replay made no interviews in 30 s.");
    }

    private static int Count(string database)
    {
        try
        {
            return OrgFile.Count(database, "SELECT count(*) FROM wl_interview");
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // Not made yet, or busy.
            return 0;
        }
    }
}
