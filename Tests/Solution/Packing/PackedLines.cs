using System.Xml.Linq;
using CrmExtensions.Packing;

namespace CrmExtensions.Tests.Packing;

/// <summary>A package, one line a component: where it is, and the hash of what it is. The DLL has none, since every change of the plug-ins makes another.</summary>
internal static class PackedLines
{
    // What a component is called by: the first of these that it has.
    private static readonly string[] Names =
        ["Name", "name", "UniqueName", "SiteMapUniqueName", "FormId", "formid", "savedqueryid", "savedqueryvisualizationid", "templateid", "SdkMessageProcessingStepId", "FullName"];

    public static IEnumerable<string> Of(SolutionPackage package) =>
    [
        .. package.Solution.Elements("SolutionManifest").Elements().Select(part => Line("solution.xml", part.Name.LocalName, part)),
        .. package.Customizations.Elements().SelectMany(Components),
        .. package.Files.Select(file => file.Key.EndsWith(".dll", StringComparison.Ordinal) ? $"{file.Key} -" : $"{file.Key} {Canon.HashOf(file.Value)}"),
    ];

    private static IEnumerable<string> Components(XElement node) => node.Name.LocalName switch
    {
        "Entities" => node.Elements().SelectMany(Table),
        "Templates" => node.Elements().SelectMany(kind => Named("Templates/" + kind.Name.LocalName, kind.Elements())),
        "Languages" => [Line("customizations.xml", "Languages", node)],
        var name when node.HasElements => Named(name, node.Elements()),
        var name => [$"{name} -"],
    };

    private static IEnumerable<string> Table(XElement table)
    {
        var place = "Entities/" + table.Element("Name")!.Value;
        return
        [
            .. table.Elements().Where(part => part.Name.LocalName is not ("FormXml" or "SavedQueries" or "Visualizations")).Select(part => Line(place, part.Name.LocalName, part)),
            .. table.Elements("FormXml").Elements("forms").SelectMany(forms => Named($"{place}/FormXml/{(string?)forms.Attribute("type")}", forms.Elements())),
            .. Named(place + "/SavedQueries", table.Elements("SavedQueries").Elements("savedqueries").Elements()),
            .. Named(place + "/Visualizations", table.Elements("Visualizations").Elements()),
        ];
    }

    private static IEnumerable<string> Named(string place, IEnumerable<XElement> components) => components.Select(component => Line(place, NameOf(component), component));

    private static string NameOf(XElement component) =>
        Names.Select(name => component.Element(name)?.Value ?? (string?)component.Attribute(name)).First(name => name is not null)!;

    private static string Line(string place, string name, XElement component) => $"{place}/{name} {Canon.HashOf(component)}";
}
