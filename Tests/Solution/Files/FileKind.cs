using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CrmExtensions.Tests.Files;

/// <summary>A place below Solution/src where the packer looks, and what the name of a file there is made of (solution-anatomy.md 1).</summary>
/// <param name="Place">The path; the group <c>name</c> is what must be found inside.</param>
/// <param name="NameInside">Where it is found; nothing for files with a fixed name.</param>
internal sealed record FileKind(Regex Place, Func<XElement, string>? NameInside)
{
    /// <summary>Every kind that may occur. Charts are the only ones with an id in capitals.</summary>
    public static IReadOnlyList<FileKind> All { get; } =
    [
        Of(@"Other/(Solution|Customizations|Relationships|FieldSecurityProfiles|EntityMaps)\.xml"),
        Of(@"Other/Relationships/\w+\.xml"),
        Of(@"Entities/(?<name>\w+)/Entity\.xml", root => root.Text("Name")),
        Of(@"Entities/\w+/RibbonDiff\.xml"),
        Of(@"Entities/\w+/FormXml/(main|quick|card|quickCreate)/(?<name>\{[0-9a-f-]{36}\})\.xml", root => root.Element("systemform")!.Text("formid")),
        Of(@"Entities/\w+/SavedQueries/(?<name>\{[0-9a-f-]{36}\})\.xml", root => root.Element("savedquery")!.Text("savedqueryid")),
        Of(@"Entities/\w+/Visualizations/(?<name>\{[0-9A-F-]{36}\})\.xml", root => root.Text("savedqueryvisualizationid")),
        Of(@"OptionSets/(?<name>[a-z0-9_]+)\.xml", root => root.Attr("Name")),
        Of(@"Roles/(?<name>[^/]+)\.xml", root => root.Attr("name")),
        Of(@"Templates/EmailTemplates\.xml"),
        Of(@"Templates/EmailDocuments/\d{4}/\{[0-9a-f-]{36}\}/(presentationxml|subjectpresentationxml)\.xml"),
        Of(@"Dashboards/(?<name>\{[0-9a-f-]{36}\})\.xml", root => root.Text("FormId")),
        Of(@"AppModules/(?<name>\w+)/AppModule\.xml", root => root.Text("UniqueName")),
        Of(@"AppModuleSiteMaps/(?<name>\w+)/AppModuleSiteMap\.xml", root => root.Text("SiteMapUniqueName")),
        Of(@"WebResources/(?<name>.+)\.data\.xml", root => root.Text("Name")),
        Of(@"PluginAssemblies/(?<name>[^/]+/[^/]+)\.data\.xml", root => root.Text("FileName").Replace("/PluginAssemblies/", "", StringComparison.Ordinal)),
        Of(@"SdkMessageProcessingSteps/(?<name>\{[0-9a-f-]{36}\})\.xml", root => root.Attr("SdkMessageProcessingStepId")),
        Of(@"customapis/(?<name>\w+)/customapi\.xml", UniqueName),
        Of(@"customapis/\w+/customapirequestparameters/(?<name>\w+)/customapirequestparameter\.xml", UniqueName),
        Of(@"customapis/\w+/customapiresponseproperties/(?<name>\w+)/customapiresponseproperty\.xml", UniqueName),
        Of(@"environmentvariabledefinitions/(?<name>\w+)/environmentvariabledefinition\.xml", root => root.Attr("schemaname")),
    ];

    /// <summary>What is wrong with the place or the name of a file.</summary>
    public static IEnumerable<string> Complaints(XmlFile file)
    {
        var kind = All.FirstOrDefault(kind => kind.Place.IsMatch(file.Place));
        return kind is null
            ? [$"{file} is in no place that the packer knows, or its name is not in the right letter case."]
            : Expect.Unless(kind.Fits(file), $"{file} is called '{kind.NameInside?.Invoke(file.Root)}' inside.");
    }

    private static FileKind Of(string place, Func<XElement, string>? nameInside = null) => new(new Regex($"^{place}$"), nameInside);

    private static string UniqueName(XElement root) => root.Attr("uniquename");

    private bool Fits(XmlFile file) => NameInside is null || Place.Match(file.Place).Groups["name"].Value == NameInside(file.Root);
}
