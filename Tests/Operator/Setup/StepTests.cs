using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.Setup;

/// <summary>What setup makes of the steps.</summary>
[TestClass]
public sealed class StepTests
{
    private const int Block = 727_000_002;

    [TestMethod]
    [EachShell]
    public async Task Every_step_is_enabled_but_the_gate(Shell shell)
    {
        await using var org = await Installed.Ready(whole: true);

        (await shell.Operator.At(org).Run("setup")).Ended(0);

        Expect.All(Installed.Steps(org), step => step["statecode"] is int state && state == (Installed.IsGate(step) ? Installed.Disabled : Installed.Enabled), "is in the wrong state.");
        Assert.IsTrue(Installed.Steps(org).Any(Installed.IsGate));
        Expect.All(org.Writes.Where(call => call.Body.Contains("statecode", StringComparison.Ordinal)), call => call.Headers.GetValueOrDefault("if-match") == "*", "could create a step.");
    }

    [TestMethod]
    [EachShell]
    public async Task Every_late_step_is_what_its_file_says_under_its_own_id(Shell shell)
    {
        await using var org = await Installed.Ready(whole: true);

        (await shell.Operator.At(org).Run("setup")).Ended(0);

        Expect.NoComplaint(ImportedSolution.LateSteps, file => LateStep.Complaints(org, file.Root));
    }

    [TestMethod]
    [EachShell]
    public async Task A_second_run_changes_nothing_and_sends_no_change(Shell shell)
    {
        await using var org = await Installed.Ready();
        await using var setUp = await Installed.SetUp();
        (await shell.Operator.At(org).Run("setup")).Ended(0);
        Assert.AreEqual(Installed.Picture(setUp), Installed.Picture(org));

        (await shell.Operator.At(setUp).Run("setup")).Ended(0).Said("Steps enabled: 0, disabled: 0").Said("registered: 0, changed: 0");

        Assert.IsEmpty(setUp.Writes);
    }

    [TestMethod]
    [EachShell]
    public async Task What_somebody_has_changed_is_put_right_and_nothing_else_is_sent(Shell shell)
    {
        await using var org = await Installed.SetUp();
        var late = Installed.Steps(org).First(step => step.Text("name")!.StartsWith("S2 ", StringComparison.Ordinal));
        late["rank"] = 7;
        late["_eventhandler_value"] = org.Rows.In("plugintype").Single(type => type.Text("version") == "0.9.0.0").Id;

        (await shell.Operator.At(org).Run("setup")).Ended(0).Said("changed: " + late.Text("name") + " (rank, eventhandler_plugintype)");

        var body = org.Writes.Single().Body;
        StringAssert.Matches(body, new("""^\{"rank":1,"eventhandler_plugintype@odata.bind":"/plugintypes\([0-9a-f-]{36}\)"\}$"""));
        Assert.AreEqual(1, late["rank"]);
    }

    [TestMethod]
    [EachShell(Block, "auto", Installed.Enabled)]
    [EachShell(727_000_001, "auto", Installed.Disabled)]
    [EachShell(727_000_000, "auto", Installed.Disabled)]
    [EachShell(null, "auto", Installed.Disabled)]
    [EachShell(null, "on", Installed.Enabled)]
    [EachShell(Block, "off", Installed.Disabled)]
    public async Task The_gate_follows_the_setting_unless_told_otherwise(Shell shell, int? enforcement, string gate, int state)
    {
        await using var org = await Installed.Ready();
        Installed.Setting(org, ("wl_enforcement", enforcement));
        Installed.Setting(org, ("wl_enforcement", Block), ("createdon", Dataverse.Now.AddDays(1)));

        (await shell.Operator.At(org).Run("setup", "--gate", gate)).Ended(0);

        Expect.All(Installed.Steps(org).Where(Installed.IsGate), step => step["statecode"] is int found && found == state, "is in the wrong state.");
    }

    [TestMethod]
    [EachShell]
    public async Task Steps_that_are_to_be_off_are_disabled_whatever_they_were(Shell shell)
    {
        await using var org = await Installed.SetUp();

        (await shell.Operator.At(org).Run("setup", "--off", "S1,S2")).Ended(0);

        Expect.All(Installed.Steps(org).Where(step => !Installed.IsGate(step)), step => (step["statecode"] is Installed.Disabled) == (step.Text("name")!.Split(' ')[0] is "S1" or "S2"), "is in the wrong state.");
        (await shell.Operator.At(org).Run("setup", "--off", "S99")).Ended(2).Complained("'S99'");
    }

    [TestMethod]
    [EachShell]
    public async Task What_the_org_does_not_offer_is_left_out_and_said(Shell shell)
    {
        await using var org = await Installed.Ready();
        org.Rows.Remove(org.Rows.In("sdkmessage").Single(message => message.Text("name") == "Restore"));
        var filter = org.Rows.In("sdkmessagefilter").Single(filter => filter.Text("primaryobjecttypecode") == "opportunity" && org.Rows.Target(filter, "sdkmessageid")?.Text("name") == "SetStateDynamicEntity");
        filter["iscustomprocessingstepallowed"] = false;

        (await shell.Operator.At(org).Run("setup")).Ended(0).Said("does not offer Restore of opportunity").Said("does not offer SetStateDynamicEntity of opportunity").Said("not offered: 2");

        Assert.HasCount(ImportedSolution.LateSteps.Count() - 2, Installed.Steps(org).Where(step => ImportedSolution.LateSteps.Any(file => Guid.Parse(file.Root.Attr("SdkMessageProcessingStepId")) == step.Id)));
    }

    [TestMethod]
    [EachShell]
    public async Task Plug_ins_of_another_version_are_not_taken_for_ours(Shell shell)
    {
        await using var org = await Installed.Ready();
        foreach (var type in org.Rows.In("plugintype"))
        {
            type["version"] = "2.0.0.0";
        }

        (await shell.Operator.At(org).Run("setup")).Ended(3).Complained("is not in the org. Import the solution of the same version first.");
    }

    [TestMethod]
    [EachShell]
    public async Task A_dry_run_says_it_all_and_changes_nothing(Shell shell)
    {
        await using var org = await Installed.Fresh();

        var run = (await shell.Operator.At(org).Run("setup", "--dry-run")).Ended(0);

        run.Said("Would wait until").Said("dry run: enabled: S1 ").Said("dry run: registered: S2 ");
        Assert.IsEmpty(org.Writes);
    }

    [TestMethod]
    [EachShell]
    public async Task Pages_of_any_size_are_read_to_the_end(Shell shell)
    {
        await using var org = await Installed.Ready();
        org.PageSize = 3;

        (await shell.Operator.At(org).Run("setup")).Ended(0);

        Expect.NoComplaint(ImportedSolution.LateSteps, file => LateStep.Complaints(org, file.Root));
    }

    [TestMethod]
    [EachShell]
    public async Task Late_steps_are_removed_before_the_solution_is(Shell shell)
    {
        await using var org = await Installed.SetUp();

        (await shell.Operator.At(org).Run("unregister", "--dry-run")).Ended(0);
        (await shell.Operator.At(org).Run("unregister")).Ended(0).Said($"Steps removed: {ImportedSolution.LateSteps.Count()}, not there: 0.");

        Expect.NoComplaint(ImportedSolution.LateSteps.SelectMany(file => Expect.Unless(org.Rows.Find(OrgModel.Tables["sdkmessageprocessingstep"], Guid.Parse(file.Root.Attr("SdkMessageProcessingStepId"))) is null, $"{file} is still there.")));
        (await shell.Operator.At(org).Run("unregister")).Ended(0).Said("Steps removed: 0");
    }

    [TestMethod]
    [EachShell]
    public async Task An_org_without_the_solution_is_told_to_import_it(Shell shell)
    {
        await using var org = await Dataverse.Start();

        (await shell.Operator.At(org).Run("setup")).Ended(3).Complained("There is no solution 'CrmExtensions'");

        Assert.AreEqual("CrmExtensions", Publisher.Manifest.Text("UniqueName"));
    }
}
