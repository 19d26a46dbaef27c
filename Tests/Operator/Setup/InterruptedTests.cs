using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.Setup;

/// <summary>A run may be killed anywhere: the next one finishes what it began, and nothing is there twice.</summary>
[TestClass]
public sealed class InterruptedTests
{
    [TestMethod]
    [EachShell(1)]
    [EachShell(3)]
    [EachShell(11)]
    public async Task A_run_that_is_killed_and_repeated_ends_as_one_that_was_not(Shell shell, int nth)
    {
        await using var untroubled = await Installed.SetUp();
        await using var org = await Installed.Ready();
        var came = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        org.Mishaps.Add(new Mishap(call => call.IsWrite && org.Writes.Count() == nth, 0) { Came = came });

        using (var running = shell.Operator.At(org).Begin("setup"))
        {
            await came.Task.WaitAsync(TimeSpan.FromMinutes(1));
            running.Kill(entireProcessTree: true);
            await running.WaitForExitAsync();
        }

        (await shell.Operator.At(org).Run("setup")).Ended(0);
        Assert.AreEqual(Installed.Picture(untroubled), Installed.Picture(org));
    }

    [TestMethod]
    [EachShell]
    public async Task A_gate_that_a_killed_run_left_enabled_is_disabled_by_the_next(Shell shell)
    {
        await using var org = await Installed.SetUp();
        foreach (var gate in Installed.Steps(org).Where(Installed.IsGate))
        {
            (gate["statecode"], gate["statuscode"]) = (0, 1);
        }

        (await shell.Operator.At(org).Run("setup")).Ended(0);

        Expect.All(Installed.Steps(org).Where(Installed.IsGate), gate => gate["statecode"] is Installed.Disabled, "is still enabled.");
    }
}
