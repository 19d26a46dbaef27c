using System.Globalization;
using System.Xml.Linq;

namespace CrmExtensions.Tests.StandIn;

/// <summary>Brings the rows of the stand-in to where an import of the solution leaves an org: steps disabled, keys not built yet.</summary>
internal sealed class ImportedSolution(OrgRows rows)
{
    /// <summary>The messages whose ids are the same everywhere, and others that an org with Sales has.</summary>
    private static readonly Dictionary<string, string> Messages = new()
    {
        ["Create"] = "9ebdbb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Update"] = "20bebb1b-ea3e-db11-86a7-000a3a5473e8",
        ["Delete"] = "a1bdbb1b-ea3e-db11-86a7-000a3a5473e8",
    };

    private static readonly string[] SalesMessages = ["Win", "Lose", "SetState", "SetStateDynamicEntity", "Restore", "Retrieve"];

    private static readonly string[] Sample = ["wl_interview", "wl_foldticket", "wl_setting", "S1", "V2", "A4", "WL Seller", "WL Program Owner", "WL Interview People"];

    public static IEnumerable<XmlFile> LateSteps => Repo.FilesIn(XmlFile.LateSteps, ".xml").Select(XmlFile.Load);

    /// <summary>The whole of it, or a part that shows all that the scripts tell apart and costs less.</summary>
    public void Import(bool whole)
    {
        var publisher = rows.Add("publisher", ("customizationprefix", Publisher.Prefix.TrimEnd('_')));
        var solution = rows.Add("solution", ("uniquename", Publisher.Manifest.Text("UniqueName")), ("version", Publisher.Manifest.Text("Version")), ("ismanaged", true), ("_publisherid_value", publisher.Id));
        AddMessages();
        AddTypes();
        foreach (var component in Publisher.Manifest.Elements("RootComponents").Elements("RootComponent").Where(component => whole || Sample.Contains(NameOf(component))))
        {
            AddComponent(solution, component);
        }
    }

    // A step's name begins with its kind.
    private static string NameOf(XElement component) => component.Attr("type") switch
    {
        "20" => Named("Roles", component.Attr("id"), "id").Attr("name"),
        "70" => Profile(component.Attr("id")).Attr("name"),
        "92" => Named("SdkMessageProcessingSteps", component.Attr("id"), "SdkMessageProcessingStepId").Attr("Name").Split(' ')[0],
        _ => component.Attr("schemaName"),
    };

    private static Guid Id(string text) => Guid.Parse(text);

    private void AddMessages()
    {
        foreach (var (name, id) in Messages)
        {
            AddFilters(rows.Add("sdkmessage", Id(id), ("name", name)));
        }

        foreach (var name in SalesMessages)
        {
            AddFilters(rows.Add("sdkmessage", ("name", name)));
        }
    }

    // Of other tables too, so that a filter which forgets the table finds the wrong one.
    private void AddFilters(Row message)
    {
        foreach (var table in OwnTables.All.Select(table => table.Name).Concat(["account", "opportunity", "opportunityclose"]))
        {
            rows.Add("sdkmessagefilter", ("primaryobjecttypecode", table), ("iscustomprocessingstepallowed", true), ("_sdkmessageid_value", message.Id));
        }
    }

    private void AddTypes()
    {
        var assembly = XmlFile.All.Single(file => file.Place.StartsWith("PluginAssemblies/", StringComparison.Ordinal) && file.Place.EndsWith(".data.xml", StringComparison.Ordinal)).Root;
        var names = assembly.Attr("FullName").Split(", ");
        foreach (var type in assembly.Elements("PluginTypes").Elements("PluginType"))
        {
            rows.Add("plugintype", Id(type.Attr("PluginTypeId")), ("typename", type.Attr("Name")), ("assemblyname", names[0]), ("version", names[1].Split('=')[1]));
        }

        // Left from an assembly of another minor version.
        rows.Add("plugintype", ("typename", assembly.Elements("PluginTypes").Elements("PluginType").First().Attr("Name")), ("assemblyname", names[0]), ("version", "0.9.0.0"));
    }

    private void AddComponent(Row solution, XElement component)
    {
        var type = int.Parse(component.Attr("type"), CultureInfo.InvariantCulture);
        var row = type switch
        {
            1 => AddDefinition(component.Attr("schemaName")),
            20 => rows.Add("role", Id(component.Attr("id")), ("name", Named("Roles", component.Attr("id"), "id").Attr("name"))),
            70 => rows.Add("fieldsecurityprofile", Id(component.Attr("id")), ("name", Profile(component.Attr("id")).Attr("name"))),
            92 => AddStep(Named("SdkMessageProcessingSteps", component.Attr("id"), "SdkMessageProcessingStepId")),
            _ => null,
        };
        if (row is not null)
        {
            rows.Add("solutioncomponent", ("componenttype", type), ("objectid", row.Id), ("rootcomponentbehavior", int.Parse(component.Attr("behavior"), CultureInfo.InvariantCulture)), ("_solutionid_value", solution.Id));
        }
    }

    private static XElement Named(string folder, string id, string attribute) => XmlFile.In(folder).Single(file => file.Root.Attr(attribute) == id).Root;

    private static XElement Profile(string id) => XmlFile.At("Other/FieldSecurityProfiles.xml").Root.Elements().Single(profile => profile.Attr("fieldsecurityprofileid") == id);

    private Row AddDefinition(string logicalName)
    {
        var file = OwnTables.Files.SingleOrDefault(file => file.LogicalName == logicalName);
        var definition = rows.Add(SystemTables.Definition, ("LogicalName", logicalName), ("SchemaName", file?.SchemaName), ("EntitySetName", file?.Entity.Text("EntitySetName")));
        AddKey(definition, "another_publisher_key", "Failed");
        foreach (var key in file?.Keys ?? [])
        {
            AddKey(definition, key.Text("LogicalName"), "Pending");
        }

        foreach (var column in file?.Columns ?? [])
        {
            rows.Join("Attributes", definition, rows.Add(SystemTables.Attribute, ("LogicalName", column.LogicalName), ("AttributeType", OwnTables.AttributeType(column)), ("IsValidForUpdate", column.Element.Text("ValidForUpdateApi") == "1")));
        }

        return definition;
    }

    // Another publisher's, which is none of our business even where it has failed.
    private void AddKey(Row definition, string name, string status) =>
        rows.Join("Keys", definition, rows.Add(SystemTables.Key, ("LogicalName", name), ("EntityKeyIndexStatus", status)));

    private Row AddStep(XElement step)
    {
        var message = Id(step.Text("SdkMessageId"));
        var row = rows.Add("sdkmessageprocessingstep", Id(step.Attr("SdkMessageProcessingStepId")), StepColumns.Of(step));
        row["_sdkmessageid_value"] = message;
        row["_sdkmessagefilterid_value"] = rows.In("sdkmessagefilter").Single(filter => Equals(filter["_sdkmessageid_value"], message) && filter.Text("primaryobjecttypecode") == step.Text("PrimaryEntity")).Id;
        row["_eventhandler_value"] = Id(step.Text("PluginTypeId"));
        row["statecode"] = 1;
        row["statuscode"] = 2;
        return row;
    }
}
