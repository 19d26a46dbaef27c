using System.Text.Json.Nodes;
using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.Calls;

/// <summary>The operating custom APIs, called until they are finished; their contracts stand in Solution/src/customapis.</summary>
[TestClass]
public sealed class OperatingCallTests
{
    [TestMethod]
    [EachShell]
    public async Task The_sweep_goes_on_with_the_token_returned_until_that_is_empty(Shell shell)
    {
        await using var org = await Calling("wl_RunDailySweep", ("missing:1", 3, 1), ("months:month-2026-04-01", 2, 0), ("", 1, 1));

        (await shell.Operator.At(org).Run("sweep")).Ended(0).Said("call 1, Found 3, Changed 1; next: missing:1").Said("is finished after 3 calls. Found 6, Changed 2");

        CollectionAssert.AreEqual(new[] { "{}", """{"ContinuationToken":"missing:1"}""", """{"ContinuationToken":"months:month-2026-04-01"}""" }, Bodies(org));
    }

    [TestMethod]
    [EachShell]
    public async Task A_sweep_that_is_refused_says_where_to_go_on_and_goes_on_there(Shell shell)
    {
        await using var org = await Calling("wl_RunDailySweep", ("flags:", 1, 1), ("", 1, 1));
        org.Mishaps.Add(new Mishap(call => call.Body.Contains("flags:", StringComparison.Ordinal), 400) { Body = """{"error":{"code":"0x80040265","message":"No."}}""" });

        (await shell.Operator.At(org).Run("sweep")).Ended(1).Complained("0x80040265 No.").Complained($"To go on from here once that is put right: operator{shell.Ending} sweep --token flags:");
        (await shell.Operator.At(org).Run("sweep", "--token", "flags:")).Ended(0).Said("is finished after 1 calls.");
    }

    [TestMethod]
    [EachShell]
    public async Task A_sweep_over_its_time_limit_says_where_to_go_on(Shell shell)
    {
        await using var org = await Calling("wl_RunDailySweep", ("flags:", 1, 1), ("", 1, 1));

        (await shell.Operator.At(org).Run("sweep", "--timeout", "0")).Ended(5).Complained("--token flags:");

        Assert.HasCount(1, org.Calls);
    }

    [TestMethod]
    [EachShell]
    public async Task Recomputing_keeps_its_range_and_ends_with_3_where_rows_had_drifted(Shell shell)
    {
        await using var org = await Installed.Ready();
        var answers = new Queue<JsonObject>([Folded("quarter-2026-04-01", 0, "", "month-2026-04-01"), Folded("", 2, "2 rows of month-2026-05-01 had drifted", null)]);
        org.CustomApis["wl_RecomputeRollups"] = _ => answers.Dequeue();

        (await shell.Operator.At(org).Run("recompute", "--from", "2026-04-01", "--to", "quarter-2026-04-01")).Ended(3)
            .Said("2 rows of month-2026-05-01 had drifted").Said("Folded 2, Compared 20, Changed 2, Drifted 2").Complained("2 rows had drifted, though nothing newer explains it");

        CollectionAssert.AreEqual(new[] { """{"From":"2026-04-01","To":"quarter-2026-04-01"}""", """{"From":"2026-04-01","To":"quarter-2026-04-01","ContinuationToken":"quarter-2026-04-01"}""" }, Bodies(org));
    }

    [TestMethod]
    [EachShell]
    public async Task Recomputing_without_drift_ends_well(Shell shell)
    {
        await using var org = await Installed.Ready();
        org.CustomApis["wl_RecomputeRollups"] = _ => Folded("", 0, "", null);

        (await shell.Operator.At(org).Run("recompute")).Ended(0);

        CollectionAssert.AreEqual(new[] { "{}" }, Bodies(org));
    }

    [TestMethod]
    [EachShell]
    public async Task One_opportunity_is_reconciled_by_its_id(Shell shell)
    {
        await using var org = await Calling("wl_Reconcile", ("", 1, 1));

        (await shell.Operator.At(org).Run("reconcile", "--opportunity", "0f8fad5b-d9cb-469f-a165-70867728950e")).Ended(0).Said("整えた / put right 1");

        CollectionAssert.AreEqual(new[] { """{"OpportunityKey":"0f8fad5b-d9cb-469f-a165-70867728950e"}""" }, Bodies(org));
    }

    [TestMethod]
    [EachShell]
    public async Task A_dry_run_calls_nothing(Shell shell)
    {
        await using var org = await Calling("wl_RunDailySweep", ("", 1, 1));

        (await shell.Operator.At(org).Run("sweep", "--dry-run")).Ended(0).Said("Would call wl_RunDailySweep with {}");

        Assert.IsEmpty(org.Calls);
    }

    [TestMethod]
    [EachShell]
    public async Task An_org_without_the_API_is_told_to_import(Shell shell)
    {
        await using var org = await Installed.Ready();

        (await shell.Operator.At(org).Run("sweep")).Ended(1).Complained("Resource not found for the segment 'wl_RunDailySweep'").Complained("Is the solution imported");
    }

    // What a call is asked and answers has the names that Solution/src/customapis declares.
    private static async Task<Dataverse> Calling(string api, params (string Token, int Found, int Changed)[] answers)
    {
        var org = await Installed.Ready();
        var left = new Queue<(string Token, int Found, int Changed)>(answers);
        org.CustomApis[api] = _ =>
        {
            var (token, found, changed) = left.Dequeue();
            return new JsonObject { ["Found"] = found, ["Changed"] = changed, ["ContinuationToken"] = token, ["Report"] = $"整えた / put right {changed}" };
        };
        return org;
    }

    private static JsonObject Folded(string token, int drifted, string report, string? period) => new()
    {
        ["@odata.context"] = $"{period}",
        ["Folded"] = 1,
        ["Compared"] = 10,
        ["Changed"] = drifted,
        ["Drifted"] = drifted,
        ["Report"] = report,
        ["ContinuationToken"] = token,
    };

    private static string[] Bodies(Dataverse org) => [.. org.Writes.Select(call => call.Body)];
}
