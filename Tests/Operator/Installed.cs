using System.Xml.Linq;
using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests;

/// <summary>Orgs as the tests find them.</summary>
internal static class Installed
{
    public const int Enabled = 0;
    public const int Disabled = 1;

    /// <summary>Just imported: steps disabled, keys pending, no row of ours.</summary>
    /// <param name="looks">How often the keys are looked at in vain.</param>
    /// <param name="whole">With all tables and steps, not a sample of them.</param>
    public static async Task<Dataverse> Fresh(int looks = 1, bool whole = false)
    {
        var org = await Dataverse.Start();
        new ImportedSolution(org.Rows).Import(whole);
        foreach (var key in OurKeys(org))
        {
            org.LooksUntilActive[key.Id] = looks;
        }

        return org;
    }

    /// <summary>With all keys built.</summary>
    public static async Task<Dataverse> Ready(bool whole = false)
    {
        var org = await Fresh(whole: whole);
        foreach (var key in OurKeys(org))
        {
            key["EntityKeyIndexStatus"] = "Active";
        }

        return org;
    }

    /// <summary>As setup is to leave it: steps enabled but the gate, late steps registered.</summary>
    public static async Task<Dataverse> SetUp()
    {
        var org = await Ready();
        foreach (var file in ImportedSolution.LateSteps)
        {
            Register(org, file.Root);
        }

        foreach (var step in Steps(org))
        {
            (step["statecode"], step["statuscode"]) = IsGate(step) ? (Disabled, 2) : (Enabled, 1);
        }

        return org;
    }

    public static IEnumerable<Row> OurKeys(Dataverse org) => org.Rows.In(SystemTables.Key).Where(key => key.Text("LogicalName")!.StartsWith(Publisher.Prefix, StringComparison.Ordinal));

    public static Row Setting(Dataverse org, params (string Property, object? Value)[] values) =>
        org.Rows.Add("wl_setting", [("statecode", 0), ("createdon", Dataverse.Now), .. values]);

    public static IReadOnlyList<Row> Steps(Dataverse org) => [.. org.Rows.In("sdkmessageprocessingstep").OrderBy(step => step.Text("name"), StringComparer.Ordinal)];

    private static void Register(Dataverse org, XElement file)
    {
        var message = org.Rows.In("sdkmessage").Single(message => message.Text("name") == file.Text("SdkMessageName"));
        var type = file.Text("PluginTypeName").Split(", ");
        var row = org.Rows.Add("sdkmessageprocessingstep", Guid.Parse(file.Attr("SdkMessageProcessingStepId")), StepColumns.Of(file));
        row["createdon"] = Dataverse.Now;
        row["_sdkmessageid_value"] = message.Id;
        row["_sdkmessagefilterid_value"] = org.Rows.In("sdkmessagefilter").Single(filter => Equals(filter["_sdkmessageid_value"], message.Id) && filter.Text("primaryobjecttypecode") == file.Text("PrimaryEntity")).Id;
        row["_eventhandler_value"] = org.Rows.In("plugintype").Single(plugin => plugin.Text("typename") == type[0] && $"Version={plugin.Text("version")}" == type[2]).Id;
    }

    public static bool IsGate(Row step) => step.Text("configuration") == "gate";

    /// <summary>All that setup may change, to compare two orgs by.</summary>
    public static string Picture(Dataverse org) =>
        string.Join('\n', Steps(org).Concat(org.Rows.In("sdkmessageprocessingstepimage")).Select(row => row.ToString()).Order(StringComparer.Ordinal));
}
