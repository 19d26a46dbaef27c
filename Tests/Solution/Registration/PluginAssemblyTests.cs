using System.Xml.Linq;

namespace CrmExtensions.Tests.Registration;

/// <summary>The platform loads types by text: one letter off and a step finds nothing (solution-anatomy.md 17).</summary>
[TestClass]
public sealed class PluginAssemblyTests
{
    private static XmlFile File => XmlFile.In("PluginAssemblies").Single();

    private static string AssemblyId => File.Root.Attr("PluginAssemblyId");

    private static IEnumerable<XElement> Types => File.Root.Elements("PluginTypes").Elements("PluginType");

    [TestMethod]
    public void The_xml_names_the_assembly_as_the_dll_does() => Assert.AreEqual(ShippedDll.FullName, File.Root.Attr("FullName"));

    [TestMethod]
    public void The_assembly_is_strong_named_and_its_name_has_no_dot()
    {
        StringAssert.DoesNotMatch(ShippedDll.FullName, new("PublicKeyToken=null"));
        Assert.DoesNotContain('.', ShippedDll.Name);
    }

    [TestMethod]
    public void The_manifest_lists_the_assembly_by_both_its_names()
    {
        var listed = Publisher.Manifest.Descendants("RootComponent").Single(component => component.Attr("type") == "91");

        Assert.AreEqual((ShippedDll.FullName, $"{{{AssemblyId}}}"), (listed.Attr("schemaName"), listed.Attr("id")));
    }

    [TestMethod]
    public void Folder_and_file_carry_the_name_and_the_id_in_capitals()
    {
        var folder = $"PluginAssemblies/{ShippedDll.Name}-{AssemblyId.ToUpperInvariant()}/{ShippedDll.Name}.dll";

        Assert.AreEqual($"{folder}.data.xml", File.Place);
        Assert.AreEqual($"/{folder}", File.Root.Text("FileName"));
    }

    [TestMethod]
    public void The_assembly_runs_in_the_sandbox_and_lies_in_the_database()
    {
        Assert.AreEqual(("2", "0"), (File.Root.Text("IsolationMode"), File.Root.Text("SourceType")));
        Assert.AreEqual("1", File.Root.Attr("CustomizationLevel"));
    }

    [TestMethod]
    public void Every_plug_in_class_is_a_registered_type_and_nothing_else_is() => Expect.SameLines(
        "the DLL",
        ShippedDll.Plugins.Select(type => type.FullName!),
        File.Path,
        Types.Select(type => type.Attr("Name")));

    [TestMethod]
    public void A_type_is_called_by_its_class_in_every_place() => Expect.NoComplaint(Types, type =>
    [
        .. Expect.Unless(type.Attr("AssemblyQualifiedName") == Qualified(type.Attr("Name")), $"{type.Attr("Name")} is called {type.Attr("AssemblyQualifiedName")}."),
        .. Expect.Unless(type.Text("FriendlyName") == type.Attr("Name"), $"{type.Attr("Name")} has the friendly name {type.Text("FriendlyName")}."),
    ]);

    [TestMethod]
    public void A_step_names_its_class_literally_as_the_assembly_does() =>
        Expect.All(StepXml.All, step => step.File.Root.Text("PluginTypeName") == Qualified(step.Class), $"does not name a class of {ShippedDll.FullName}.");

    [TestMethod]
    public void A_step_points_to_the_id_of_its_class() => Expect.All(
        StepXml.All,
        step => Types.Any(type => type.Attr("Name") == step.Class && type.Attr("PluginTypeId") == step.File.Root.Text("PluginTypeId")),
        "has another PluginTypeId than its class.");

    [TestMethod]
    public void Ids_are_lower_case_without_braces() => Expect.NoComplaint(
        Types.Select(type => type.Attr("PluginTypeId")).Append(AssemblyId),
        id => Expect.Unless(Guid.TryParseExact(id, "D", out var parsed) && id == parsed.ToString("D"), $"{id} is not."));

    private static string Qualified(string type) => $"{type}, {ShippedDll.FullName}";
}
