using System.Collections;
using System.Xml.Linq;
using System.Xml.XPath;

namespace CrmExtensions.Packing;

/// <summary>The manifest's list of what the solution is made of.</summary>
internal static class RootComponents
{
    // Where the parts of a type are called by what the list calls them (solution-anatomy: types of solutioncomponent).
    private static readonly Dictionary<string, string> NamesByType = new()
    {
        ["1"] = "Entities/Entity/Name",
        ["9"] = "optionsets/optionset/@Name",
        ["20"] = "Roles/Role/@id",
        ["36"] = "Templates/EmailTemplates/emailtemplate/templateid",
        ["60"] = "Dashboards/Dashboard/FormId",
        ["61"] = "WebResources/WebResource/Name",
        ["62"] = "AppModuleSiteMaps/AppModuleSiteMap/SiteMapUniqueName",
        ["70"] = "FieldSecurityProfiles/FieldSecurityProfile/@fieldsecurityprofileid",
        ["80"] = "AppModules/AppModule/UniqueName",
        ["91"] = "SolutionPluginAssemblies/PluginAssembly/@FullName",
        ["92"] = "SdkMessageProcessingSteps/SdkMessageProcessingStep/@SdkMessageProcessingStepId",
    };

    /// <summary>Components that are listed, but of which the package has no part: the import would stop there.</summary>
    public static IEnumerable<Complaint> Missing(XElement manifest, XElement customizations) =>
        from component in manifest.Descendants("RootComponent")
        let type = (string?)component.Attribute("type") ?? ""
        let name = (string?)component.Attribute("schemaName") ?? (string?)component.Attribute("id") ?? ""
        where NamesByType.TryGetValue(type, out var names) && !Values(customizations, names).Contains(name, StringComparer.OrdinalIgnoreCase)
        select new Complaint(
            "Other/Solution.xml",
            $"The root component {name} of type {type} is in no file. Add its file or take it out of the list.",
            $"種類 {type} のルート コンポーネント {name} のファイルがありません。ファイルを追加するか一覧から削除してください。");

    private static IEnumerable<string> Values(XElement customizations, string path) =>
        ((IEnumerable)customizations.XPathEvaluate(path)).Cast<XObject>().Select(found => found is XAttribute attribute ? attribute.Value : ((XElement)found).Value);
}
