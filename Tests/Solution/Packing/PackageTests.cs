using System.Xml.Linq;
using CrmExtensions.Packing;

namespace CrmExtensions.Tests.Packing;

/// <summary>The zip that an administrator imports (solution-anatomy.md 21).</summary>
[TestClass]
public sealed class PackageTests
{
    private static readonly XNamespace Types = "http://schemas.openxmlformats.org/package/2006/content-types";

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void At_the_root_are_three_documents_and_nothing_else(bool managed) => CollectionAssert.AreEquivalent(
        new[] { "[Content_Types].xml", "customizations.xml", "solution.xml" },
        Shipped.Entries(managed).Keys.Where(path => !path.Contains('/', StringComparison.Ordinal)).ToArray());

    [TestMethod]
    [DataRow(false, "0")]
    [DataRow(true, "1")]
    public void The_manifest_says_whether_it_is_managed(bool managed, string expected) =>
        Assert.AreEqual(expected, Shipped.Document(managed, "solution.xml").Element("SolutionManifest")!.Text("Managed"));

    [TestMethod]
    public void Managed_and_unmanaged_differ_in_nothing_else() => Expect.SameLines(
        "unmanaged",
        Shipped.Entries(managed: false).Where(entry => entry.Key != "solution.xml").Select(entry => $"{entry.Key} {Canon.HashOf(entry.Value)}"),
        "managed",
        Shipped.Entries(managed: true).Where(entry => entry.Key != "solution.xml").Select(entry => $"{entry.Key} {Canon.HashOf(entry.Value)}"));

    [TestMethod]
    public void Every_file_that_is_named_is_in_the_zip() => Expect.NoComplaint(
        Shipped.Document(managed: true, "customizations.xml").Descendants("FileName"),
        named => Expect.Unless(Shipped.Package.Files.ContainsKey(named.Value.TrimStart('/')), $"{named.Value} is missing."));

    [TestMethod]
    public void Every_entry_has_a_content_type()
    {
        var types = Shipped.Document(managed: true, "[Content_Types].xml");
        var extensions = types.Elements(Types + "Default").Select(type => "." + type.Attr("Extension")).ToHashSet();
        var parts = types.Elements(Types + "Override").Select(type => type.Attr("PartName")[1..]).ToHashSet();

        Expect.All(
            Shipped.Entries(managed: true).Keys.Where(path => path != "[Content_Types].xml"),
            path => extensions.Contains(Path.GetExtension(path)) || parts.Contains(path),
            "has none.");
        Expect.All(parts, Shipped.Package.Files.ContainsKey, "has a content type, but is not there.");
    }

    [TestMethod]
    public void No_managed_twin_is_in_an_unmanaged_zip() =>
        Expect.All(Shipped.Entries(managed: false).Keys, path => !path.Contains("_managed", StringComparison.Ordinal), "is one.");

    [TestMethod]
    public void The_dll_inside_is_the_one_that_was_just_built()
    {
        var inside = Shipped.Entries(managed: true).Single(entry => entry.Key.EndsWith(".dll", StringComparison.Ordinal));

        CollectionAssert.AreEqual(File.ReadAllBytes(Shipped.Dll), inside.Value);
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void The_same_input_makes_the_same_bytes(bool managed) =>
        CollectionAssert.AreEqual(Shipped.Package.As(managed).ToZip(), Shipped.Pack(Repo.Full(XmlFile.Source)).As(managed).ToZip());

    [TestMethod]
    public void The_version_is_the_one_that_is_given()
    {
        var package = Packer.Pack(new SourceFolder(Repo.Full(XmlFile.Source)), Shipped.Dll, "7.8.9.0");

        Assert.AreEqual("7.8.9.0", package.Solution.Element("SolutionManifest")!.Text("Version"));
    }

    [TestMethod]
    public void No_component_has_the_id_of_another()
    {
        string[] ids = ["formid", "FormId", "savedqueryid", "savedqueryvisualizationid", "templateid", "WebResourceId"];
        var customizations = Shipped.Document(managed: true, "customizations.xml");

        Expect.NoComplaint(customizations.Descendants()
            .Where(element => ids.Contains(element.Name.LocalName) && element.Parent!.Name != "AppModule")
            .Select(element => element.Value)
            .Concat(customizations.Descendants("SdkMessageProcessingStep").Select(step => step.Attr("SdkMessageProcessingStepId")))
            .Concat(customizations.Descendants("Role").Where(role => role.Parent!.Name == "Roles").Select(role => role.Attr("id")))
            .Select(id => id.Trim('{', '}').ToUpperInvariant())
            .Repeated());
    }
}
