using System.Text.RegularExpressions;
using System.Xml.Linq;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.WebResources;

/// <summary>Web resources (solution-anatomy.md 16): each has its content, and everything that names one finds it.</summary>
[TestClass]
public sealed partial class WebResourceTests
{
    private static readonly string[] DrawingOnly = ["svg", "g", "path", "circle", "rect", "line", "polyline", "polygon", "title"];

    private static IReadOnlyList<string> Names => [.. WebResourceXml.All.Select(resource => resource.Name)];

    private static IEnumerable<WebResourceXml> Icons => WebResourceXml.All.Where(resource => resource.Name.EndsWith(".svg", StringComparison.Ordinal));

    // Names in attributes, in elements and behind the dollar sign that the platform replaces.
    private static IEnumerable<(XmlFile File, string Name)> References =>
        from file in XmlFile.All
        from name in file.Root.DescendantsAndSelf().SelectMany(Named)
        select (file, name);

    [TestMethod]
    public void A_resource_has_its_content_beside_it_and_the_type_of_its_ending() => Expect.NoComplaint(WebResourceXml.All, resource =>
    [
        .. Expect.Unless(File.Exists(Repo.Full(resource.Content)), $"{resource} has no {resource.Content}."),
        .. Expect.Unless(resource.Type == resource.ExpectedType, $"{resource} has type {resource.Type}, not {resource.ExpectedType}."),
    ]);

    [TestMethod]
    public void The_packages_path_follows_from_name_and_id() => Expect.All(WebResourceXml.All, resource => resource.File.Root.Text("FileName") == resource.ExpectedFileName, "has another.");

    [TestMethod]
    public void Every_resource_that_is_named_is_there() =>
        Expect.NoComplaint(References, reference => Expect.Unless(Names.Contains(reference.Name), $"{reference.File} names {reference.Name}, which is not there."));

    [TestMethod]
    public void No_resource_is_left_alone()
    {
        var named = References.Select(reference => reference.Name).ToHashSet();
        var icon = XmlFile.In("AppModules").Single().Root.Text("WebResourceId");

        Expect.NoComplaint(WebResourceXml.All, resource => Expect.Unless(
            named.Contains(resource.Name) || resource.Id == $"{{{icon}}}",
            $"Nothing names {resource.Name}."));
    }

    [TestMethod]
    public void An_icon_draws_and_does_nothing_else() => Expect.NoComplaint(Icons, icon =>
    {
        var root = XDocument.Parse(Repo.Text(icon.Content)).Root!;
        return root.DescendantsAndSelf().Where(element => !DrawingOnly.Contains(element.Name.LocalName) || element.Attributes().Any(attribute => attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal)))
            .Select(element => $"{icon} has <{element.Name.LocalName}>.");
    });

    [TestMethod]
    public void Every_table_of_ours_has_an_icon() => Expect.All(TableXml.Own, table => Names.Contains(table.Entity.Text("IconVectorName")), "has none.");

    private static IEnumerable<string> Named(XElement element) =>
    [
        .. element.Attributes().Where(attribute => attribute.Name.LocalName is "libraryName" || (attribute.Name.LocalName == "name" && element.Name.LocalName is "Library" or "Dependency")).Select(attribute => attribute.Value),
        .. element.Attributes().SelectMany(attribute => Behind().Matches(attribute.Value)).Select(match => match.Groups["name"].Value),
        .. element.Name == "IconVectorName" ? [element.Value] : Array.Empty<string>(),
        .. element.Name == "DependencyXml" ? Dependency().Matches(element.Value).Select(match => match.Groups["name"].Value) : [],
    ];

    [GeneratedRegex("\\$webresource:(?<name>[^\"']+)")]
    private static partial Regex Behind();

    [GeneratedRegex("name=\"(?<name>wl_[^\"]+)\"")]
    private static partial Regex Dependency();
}
