using System.Xml.Linq;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Files;

/// <summary>The packer fills only elements that are there: a folder without its placeholder is left out (solution-anatomy.md 3, 4).</summary>
[TestClass]
public sealed class PlaceholderTests
{
    private static readonly string[] OfEveryExport =
    [
        "Entities", "Roles", "Workflows", "FieldSecurityProfiles", "Templates", "EntityMaps", "EntityRelationships",
        "OrganizationSettings", "optionsets", "CustomControls", "EntityDataProviders", "Languages",
    ];

    private static readonly string[] OrderInEntity = ["Name", "EntityInfo", "FormXml", "SavedQueries", "Visualizations", "RibbonDiffXml"];

    private static IEnumerable<XElement> Customizations => XmlFile.At("Other/Customizations.xml").Root.Elements();

    private static IEnumerable<string> Folders => Repo.FilesIn(XmlFile.Source, "")
        .Select(file => file[(XmlFile.Source.Length + 1)..])
        .Select(place => place is "Other/FieldSecurityProfiles.xml" or "Other/Relationships.xml" ? place : place.Split('/')[0])
        .Distinct();

    [TestMethod]
    public void Every_folder_has_its_placeholder_in_the_customizations() => Expect.NoComplaint(Folders, folder => PlaceholderOf(folder) switch
    {
        null => [$"{folder} is no folder of the packer's."],
        "" => [],
        var name => Expect.Unless(Customizations.Any(element => element.Name == name), $"{folder} needs <{name} />."),
    });

    [TestMethod]
    public void The_customizations_hold_what_every_export_holds_and_nothing_twice() => Expect.NoComplaint(
    [
        .. OfEveryExport.Except(Customizations.Select(element => element.Name.LocalName)).Select(name => $"<{name} /> is missing."),
        .. Customizations.Select(element => element.Name.LocalName).Repeated().Select(name => $"<{name} /> stands twice."),
    ]);

    [TestMethod]
    public void Placeholders_are_empty() => Expect.NoComplaint(
        Customizations.Where(element => element.Name != "Languages").Concat(TableXml.All.SelectMany(table => Children(table).Where(child => child.Name.LocalName is not ("Name" or "EntityInfo")))),
        element => Expect.Unless(element.IsEmpty, $"<{element.Name}> holds something."));

    [TestMethod]
    public void Every_folder_of_a_table_has_its_placeholder_in_the_entity() => Expect.NoComplaint(
        from table in TableXml.All
        from part in XmlFile.In($"Entities/{table.Folder}").Select(file => file.Place.Split('/')[2]).Distinct()
        let name = part.Replace("RibbonDiff.xml", "RibbonDiffXml", StringComparison.Ordinal)
        where part != "Entity.xml" && table.File.Root.Element(name) is null
        select $"{table} has {part}, but no <{name} />.");

    [TestMethod]
    public void The_children_of_an_entity_stand_in_the_order_of_exports() => Expect.All(
        TableXml.All,
        table => Children(table).Select(child => child.Name.LocalName).SequenceEqual(OrderInEntity.Where(name => name is not ("EntityInfo" or "Visualizations") || table.File.Root.Element(name) is not null)),
        "has others, or in another order.");

    private static IEnumerable<XElement> Children(TableXml table) => table.File.Root.Elements();

    private static string? PlaceholderOf(string folder) => folder switch
    {
        "Entities" or "Roles" or "Workflows" or "WebResources" or "SdkMessageProcessingSteps" or "AppModules" or "AppModuleSiteMaps" or "Dashboards" or "Reports" or "Templates" => folder,
        "PluginAssemblies" => "SolutionPluginAssemblies",
        "OptionSets" => "optionsets",
        "Controls" => "CustomControls",
        "Other/FieldSecurityProfiles.xml" => "FieldSecurityProfiles",
        "Other/Relationships.xml" => "EntityRelationships",
        "Other" or "customapis" or "environmentvariabledefinitions" or "appactions" => "",
        _ => null,
    };
}
