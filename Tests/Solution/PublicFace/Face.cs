using CrmExtensions.Tests.Charts;
using CrmExtensions.Tests.Forms;
using CrmExtensions.Tests.Registration;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.PublicFace;

/// <summary>What others can see of the solution and build on, a line each.</summary>
internal static class Face
{
    public static IEnumerable<string> Lines =>
    [
        .. XmlFile.In("AppModules").SelectMany(app => App(app)),
        .. TableXml.All.SelectMany(TableLines),
        .. RelationshipXml.OneToMany.Select(relationship => $"relationship {relationship.Name}: {relationship.Lookup} to {relationship.First}, delete {relationship.Element.Text("CascadeDelete")}"),
        .. ChoiceXml.Global.SelectMany(choice => choice.Options.Select(option => $"choice {choice.Name} {ChoiceXml.Value(option)} {English(option.Element("labels")!)}")),
        .. StepXml.All.Select(Step),
        .. XmlFile.In("customapis").Select(Api),
        .. XmlFile.In("Roles").SelectMany(Role),
        .. XmlFile.In("Other").SelectMany(Profiles),
        .. DashboardXml.All.Select(dashboard => $"dashboard {English(dashboard.File.Root.Element("LocalizedNames")!)}"),
        .. WebResources.WebResourceXml.All.Select(resource => $"web resource {resource.Name}"),
    ];

    private static IEnumerable<string> App(XmlFile app) =>
        app.Root.Descendants("AppModuleComponent").Select(component => $"app {app.Root.Text("UniqueName")} component {component.Attr("type")} {component.Attr("schemaName")}{component.Attr("id")}");

    private static IEnumerable<string> TableLines(TableXml table) =>
    [
        $"table {table.LogicalName} {table.Entity.Text("OwnershipTypeMask")} audit {table.Entity.Text("IsAuditEnabled")} tracked {table.Entity.Text("ChangeTrackingEnabled")}",
        .. table.Columns.Where(column => column.IsOwn).Select(column => $"column {table.LogicalName}.{column.LogicalName} {column.Type} {column.Element.Text("MaxLength")} {column.Element.Text("RequiredLevel")}{(column.IsSecured ? " secured" : "")}"),
        .. table.Keys.Select(key => $"key {table.LogicalName} {key.Text("LogicalName")} ({string.Join(", ", key.Descendants("AttributeName").Select(column => column.Value))})"),
        .. FormXml.All.Where(form => form.Table == table.LogicalName).Select(form => $"form {table.LogicalName} {form.Kind} {English(form.File.Root.Element("systemform")!.Element("LocalizedNames")!)}"),
        .. ViewXml.All.Where(view => view.Table == table.LogicalName).Select(view => $"view {table.LogicalName} {view.Type} {view.Name("1033")}"),
        .. ChartXml.All.Where(chart => chart.Table == table.LogicalName).Select(chart => $"chart {table.LogicalName} {chart.Name}"),
    ];

    private static string Step(StepXml step) =>
        $"step {step.Message} {step.Table} {step.Stage}{(step.IsAsynchronous ? " async" : "")} {step.Class}{(step.IsLate ? " late" : "")} [{string.Join(",", step.Columns)}]";

    private static string Api(XmlFile part) => part.Place.EndsWith("/customapi.xml", StringComparison.Ordinal)
        ? $"api {part.Root.Attr("uniquename")} needs {part.Root.Text("executeprivilegename")}"
        : $"api {part.Place.Split('/')[1]} {part.Root.Name} {part.Root.Attr("uniquename")} {part.Root.Text("type")}";

    private static IEnumerable<string> Role(XmlFile role) =>
        role.Root.Descendants("RolePrivilege").Select(grant => $"role {role.Root.Attr("name")}: {grant.Attr("name")} {grant.Attr("level")}");

    private static IEnumerable<string> Profiles(XmlFile file) =>
        from profile in file.Root.Descendants("FieldSecurityProfile")
        from permission in profile.Descendants("FieldPermission")
        select $"profile {profile.Attr("name")}: {permission.Text("EntityName")}.{permission.Text("AttributeName")} read {permission.Text("CanRead")} update {permission.Text("CanUpdate")} create {permission.Text("CanCreate")}";

    private static string English(System.Xml.Linq.XElement labels) => labels.Elements().Single(label => label.Attr("languagecode") == "1033").Attr("description");
}
