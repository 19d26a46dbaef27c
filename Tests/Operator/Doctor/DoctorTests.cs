using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests.Doctor;

/// <summary>What doctor finds in an org.</summary>
[TestClass]
public sealed class DoctorTests
{
    [TestMethod]
    [EachShell]
    public async Task An_org_that_is_in_order_is_said_to_be(Shell shell)
    {
        await using var org = await Healthy();

        (await shell.Operator.At(org).Run("doctor")).Ended(0).Said(", 0 missing.").NeverSaid("MISSING");

        Assert.IsEmpty(org.Writes);
    }

    [TestMethod]
    [EachShell]
    public async Task An_org_just_imported_lacks_everything_but_the_solution(Shell shell)
    {
        await using var org = await Installed.Fresh(looks: 100);
        org.Rows.Add("appmodule", ("uniquename", "wl_app"));

        var run = (await shell.Operator.At(org).Run("doctor")).Ended(3);

        foreach (var missing in new[]
        {
            "MISSING  alternate key wl_closekeykey of wl_interview is Pending", "MISSING  step is disabled: S1 EnsureInterviewOnClose", "MISSING  late step is not registered: S2 EnsureInterviewOnClose: Win",
            "MISSING  in-app notifications are off in wl_app", "MISSING  role is given to nobody: WL Seller", "MISSING  column security profile has no members", "MISSING  reference data: wl_reasons is empty",
            "MISSING  no active setting row", "MISSING  no program owner", "note     no period has been folded yet",
        })
        {
            run.Said(missing);
        }
    }

    [TestMethod]
    [EachShell("failed job", "MISSING  jobs of our steps have failed in seven days: 1, the newest: A4 ServeFoldTicket 2026-03-31T09:00:00Z Deadlock")]
    [EachShell("old ticket", "MISSING  folds are waiting since 2026-03-31T09:00:00Z")]
    [EachShell("gate", "MISSING  the gate step V2 RefuseCloseOverLimit: Create of opportunityclose is off, but the setting asks for on")]
    [EachShell("two settings", "MISSING  2 active setting rows: only the oldest counts")]
    [EachShell("late step changed", "MISSING  late step differs from its file: S2 EnsureInterviewOnClose: Win of opportunity (rank)")]
    [EachShell("key failed", "MISSING  alternate key wl_closekeykey of wl_interview is Failed")]
    public async Task What_has_gone_wrong_since_is_found(Shell shell, string what, string found)
    {
        await using var org = await Healthy();
        Spoil(org, what);

        (await shell.Operator.At(org).Run("doctor")).Ended(3).Said(found).Said(", 1 missing.");
    }

    [TestMethod]
    [EachShell]
    public async Task What_is_none_of_its_business_is_noted_or_passed_over(Shell shell)
    {
        await using var org = await Healthy();
        var type = org.Rows.In("plugintype").First(type => type.Text("version") == "1.0.0.0");
        org.Rows.Add("sdkmessageprocessingstep", ("name", "By hand"), ("_eventhandler_value", type.Id));
        org.Rows.Add("sdkmessageprocessingstep", ("name", "Of others"), ("_eventhandler_value", org.Rows.Add("plugintype", ("assemblyname", "Other")).Id));
        Job(org, Dataverse.Now.AddDays(-8), org.Rows.In("sdkmessageprocessingstep").First().Id);
        Job(org, Dataverse.Now, Guid.Parse("0f8fad5b-d9cb-469f-a165-70867728950e"));

        (await shell.Operator.At(org).Run("doctor")).Ended(0).Said("note     step of our plug-ins is neither in the solution nor in steps/: By hand").NeverSaid("Of others");
    }

    private static async Task<Dataverse> Healthy()
    {
        var org = await Installed.SetUp();
        org.Rows.Add("appmodule", ("uniquename", "wl_app"))["setting"] = "true";
        var (user, team) = (org.Rows.Add("systemuser", ("isdisabled", false)), org.Rows.Add("team", ("name", "Sales")));
        org.Rows.Join("systemuserroles_association", user, Role(org, "WL Seller"));
        org.Rows.Join("systemuserroles_association", org.Rows.Add("systemuser", ("isdisabled", true)), Role(org, "WL Program Owner"));
        org.Rows.Join("teamroles_association", team, Role(org, "WL Program Owner"));
        foreach (var profile in org.Rows.In("fieldsecurityprofile").ToList())
        {
            org.Rows.Join("teamprofiles_association", team, profile);
        }

        org.Rows.Add("wl_reason");
        org.Rows.Add("wl_vaguephrase");
        Installed.Setting(org, ("_wl_programownerid_value", user.Id));
        org.Rows.Add("wl_rollupperiod", ("wl_asof", Dataverse.Now));
        org.Rows.Add("wl_foldticket", ("createdon", Dataverse.Now.AddMinutes(-30)));
        return org;
    }

    private static Row Role(Dataverse org, string name) => org.Rows.In("role").Single(role => role.Text("name") == name);

    private static void Spoil(Dataverse org, string what)
    {
        switch (what)
        {
            case "failed job":
                Job(org, Dataverse.Now.AddDays(-1), Installed.Steps(org).Single(step => step.Text("name")!.StartsWith("A4", StringComparison.Ordinal)).Id);
                break;
            case "old ticket":
                org.Rows.In("wl_foldticket").Single()["createdon"] = Dataverse.Now.AddDays(-1);
                break;
            case "gate":
                org.Rows.In("wl_setting").Single()["wl_enforcement"] = 727_000_002;
                Enable(Installed.Steps(org).Where(step => Installed.IsGate(step) && step.Text("name")!.StartsWith("V1", StringComparison.Ordinal)));
                break;
            case "two settings":
                Installed.Setting(org, ("createdon", Dataverse.Now.AddDays(1)));
                break;
            case "late step changed":
                Installed.Steps(org).Single(step => step.Text("name") == "S2 EnsureInterviewOnClose: Win of opportunity")["rank"] = 9;
                break;
            case "key failed":
                Installed.OurKeys(org).Single(key => key.Text("LogicalName") == "wl_closekeykey")["EntityKeyIndexStatus"] = "Failed";
                break;
        }
    }

    private static void Enable(IEnumerable<Row> steps)
    {
        foreach (var step in steps)
        {
            step["statecode"] = Installed.Enabled;
        }
    }

    private static void Job(Dataverse org, DateTimeOffset at, Guid step) => org.Rows.Add("asyncoperation",
        ("name", "A4 ServeFoldTicket"), ("message", "Deadlock\nat line 1"), ("createdon", at), ("operationtype", 1), ("statuscode", 31), ("_owningextensionid_value", step));
}
