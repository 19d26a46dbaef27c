using System.Diagnostics;
using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.Setup;

/// <summary>Until every alternate key is active nothing keeps a close from getting two interviews, so no step may run before.</summary>
[TestClass]
public sealed class KeyTests
{
    [TestMethod]
    [EachShell]
    public async Task No_step_is_enabled_before_every_key_is_active(Shell shell)
    {
        await using var org = await Installed.Fresh(looks: 3);

        var run = (await shell.Operator.At(org).Run("setup", "--poll", "0.05")).Ended(0);

        run.Said("waiting for wl_").Said("all ");
        var lastLook = org.Calls.ToList().FindLastIndex(call => call.Path.StartsWith("EntityDefinitions", StringComparison.Ordinal));
        var firstWrite = org.Calls.ToList().FindIndex(call => call.IsWrite);
        Assert.IsGreaterThan(lastLook, firstWrite);
        Assert.IsTrue(Installed.OurKeys(org).All(key => key.Text("EntityKeyIndexStatus") == "Active"));
    }

    [TestMethod]
    [EachShell]
    public async Task A_failed_key_ends_setup_with_its_name_and_what_to_do(Shell shell)
    {
        await using var org = await Failed();

        var run = (await shell.Operator.At(org).Run("setup")).Ended(4);

        run.Complained("alternate key wl_closekeykey of wl_interview has failed").Complained("setup --reactivate (ReactivateEntityKey)");
        Assert.IsEmpty(org.Writes);
    }

    [TestMethod]
    [EachShell]
    public async Task A_failed_key_is_built_again_when_asked_for(Shell shell)
    {
        await using var org = await Failed();

        (await shell.Operator.At(org).Run("setup", "--reactivate", "--poll", "0.05")).Ended(0).Said("Asked for the key wl_closekeykey of wl_interview");

        var first = org.Writes.First();
        Assert.AreEqual("ReactivateEntityKey", first.Path);
        Assert.AreEqual("""{"EntityLogicalName":"wl_interview","EntityKeyLogicalName":"wl_closekeykey"}""", first.Body);
        Assert.HasCount(1, org.Writes.Where(call => call.Path == "ReactivateEntityKey"));
    }

    [TestMethod]
    [EachShell]
    public async Task Waiting_has_a_limit_and_then_no_step_was_enabled(Shell shell)
    {
        await using var org = await Installed.Fresh(looks: 100_000);

        (await shell.Operator.At(org).Run("setup", "--poll", "0.2", "--timeout", "1")).Ended(5).Complained("After 1 s").Complained("wl_interview.wl_closekeykey Pending");

        Assert.IsEmpty(org.Writes);
    }

    [TestMethod]
    [EachShell]
    public async Task Definitions_are_asked_for_as_they_are_now(Shell shell)
    {
        await using var org = await Installed.Ready();

        (await shell.Operator.At(org).Run("setup")).Ended(0);

        Expect.All(org.Calls.Where(call => call.Query.Contains("Keys(", StringComparison.Ordinal)), call => call.Headers.GetValueOrDefault("consistency") == "Strong", "may be answered from a cache.");
    }

    [TestMethod]
    [EachShell]
    public async Task Waiting_ends_at_once_when_it_is_interrupted(Shell shell)
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("Windows has no signal that could be sent to another program.");
        }

        await using var org = await Installed.Fresh(looks: 100_000);
        using var running = Hearing(shell).Operator.At(org).Begin("setup", "--poll", "600");
        var line = await running.StandardOutput.ReadLineAsync();
        while (line?.Contains("waiting for", StringComparison.Ordinal) is false)
        {
            line = await running.StandardOutput.ReadLineAsync();
        }

        using (var signal = Process.Start("kill", ["-INT", running.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
        {
            await signal.WaitForExitAsync();
        }

        (await Script.Outcome(running)).Ended(130).Complained("Interrupted. What is done is done");
        Assert.IsEmpty(org.Writes);
    }

    // What is started in the background has been told to ignore the signal, and hands that on; GNU's env takes it back.
    private static Shell Hearing(Shell shell) => OperatingSystem.IsLinux() ? shell with { Program = "env", Options = ["--default-signal=INT", shell.Program, .. shell.Options] } : shell;

    private static async Task<Dataverse> Failed()
    {
        var org = await Installed.Ready();
        Installed.OurKeys(org).Single(key => key.Text("LogicalName") == "wl_closekeykey")["EntityKeyIndexStatus"] = "Failed";
        return org;
    }
}
