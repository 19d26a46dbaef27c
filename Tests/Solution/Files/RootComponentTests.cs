using System.Globalization;
using System.Xml.Linq;
using CrmExtensions.Tests.Registration;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Files;

/// <summary>The manifest lists what the solution is made of: exactly the parts that are listed by their own (solution-anatomy.md 2.1).</summary>
[TestClass]
public sealed class RootComponentTests
{
    private static IEnumerable<XElement> Listed => Publisher.Manifest.Elements("RootComponents").Elements("RootComponent");

    private static IEnumerable<string> Parts =>
    [
        .. TableXml.All.Select(table => Line(1, table.LogicalName) + (table.IsOwn ? " 0" : " 2")),
        .. Roots("OptionSets").Select(set => Line(9, set.Attr("Name")) + " 0"),
        .. Roots("Roles").Select(role => Line(20, role.Attr("id")) + " 0"),
        .. Roots("Templates").Elements("emailtemplate").Select(template => Line(36, template.Text("templateid")) + " 0"),
        .. Roots("Dashboards").Select(dashboard => Line(60, dashboard.Text("FormId")) + " 0"),
        .. Roots("WebResources").Select(resource => Line(61, resource.Text("Name")) + " 0"),
        .. Roots("AppModuleSiteMaps").Select(map => Line(62, map.Text("SiteMapUniqueName")) + " 0"),
        .. Roots("Other").Descendants("FieldSecurityProfile").Select(profile => Line(70, profile.Attr("fieldsecurityprofileid")) + " 0"),
        .. Roots("AppModules").Select(app => Line(80, app.Text("UniqueName")) + " 0"),
        .. Roots("PluginAssemblies").Select(assembly => Line(91, $"{{{assembly.Attr("PluginAssemblyId")}}}{assembly.Attr("FullName")}") + " 0"),
        .. StepXml.OfSolution.Select(step => Line(92, step.Id) + " 0"),
    ];

    [TestMethod]
    public void Every_part_is_listed_once_and_every_component_listed_is_there() =>
        Expect.SameLines("Solution/src", Parts, "the manifest (type, name, behavior)", Listed.Select(Line));

    [TestMethod]
    public void Custom_apis_are_not_listed_because_import_fails_on_them() => Expect.NoComplaint(Listed, component =>
        Expect.Unless(component.Attr("type").Length < 4, $"Type {component.Attr("type")} is listed."));

    [TestMethod]
    public void Components_stand_in_the_order_of_exports()
    {
        var lines = Listed.Select(Line).ToList();
        var sorted = Listed.OrderBy(component => int.Parse(component.Attr("type"), CultureInfo.InvariantCulture)).ThenBy(Line, StringComparer.Ordinal).Select(Line);

        CollectionAssert.AreEqual(sorted.ToList(), lines);
    }

    private static IEnumerable<XElement> Roots(string folder) => XmlFile.In(folder).Select(file => file.Root);

    private static string Line(int type, string name) => string.Create(CultureInfo.InvariantCulture, $"{type} {name}");

    private static string Line(XElement component) => $"{component.Attr("type")} {component.Attr("id")}{component.Attr("schemaName")} {component.Attr("behavior")}";
}
