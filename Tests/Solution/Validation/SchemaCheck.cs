using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using System.Xml.Schema;

namespace CrmExtensions.Tests.Validation;

/// <summary>
/// Holds a packed customizations.xml against the platform's schemas, which its users bring along: they are not ours to ship. The
/// published ones are of 9.0.0.2090, so what exports have had since is taken out first, and steps are put into the schema's order;
/// they are silent on custom APIs.
/// </summary>
internal static class SchemaCheck
{
    private const string Schema = "CustomizationsSolution.xsd";

    // Elements that exports of 2021 and later have (solution-anatomy.md 4.1, 4.2, 6, 12, 14) and the schemas do not know yet.
    private static readonly string[] NewerElements =
    [
        "AutoNumberFormat", "CascadeArchive", "EnableCollapsibleGroups", "IsAutoAssigned", "IsFilterable", "IsLocalizable", "IsMSTeamsIntegrationEnabled", "IsRetrievable",
        "IsRetrieveAuditEnabled", "IsRetrieveMultipleAuditEnabled", "IsSearchable", "IsSolutionAware", "NavigationType", "OptimizedFor", "ShowHome", "ShowPinned", "ShowRecents",
    ];

    private static readonly string[] NewerAttributes = ["headerdensity", "isinherited"];

    /// <summary>What does not fit, each with its place; empty where all does.</summary>
    /// <param name="customizations">As packed.</param>
    /// <param name="folder">Holds CustomizationsSolution.xsd and what that includes.</param>
    /// <exception cref="FileNotFoundException">The folder does not hold the schema.</exception>
    public static IReadOnlyList<string> Complaints(XElement customizations, string folder)
    {
        var path = Path.Combine(folder, Schema);
        if (!File.Exists(path))
        {
            throw new FileNotFoundException($"{path} is not there. Give the folder that holds {Schema} of the Dynamics 365 SDK with its other schemas. / {Schema} のあるフォルダーを指定してください。");
        }

        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, path);
        var found = new List<string>();
        var document = new XDocument(AsOfTheSchemas(customizations));
        document.Validate(schemas, (sender, problem) => Note(found, sender as XObject, problem));
        return found;
    }

    private static void Note(List<string> found, XObject? place, ValidationEventArgs problem)
    {
        if (problem.Severity == XmlSeverityType.Error)
        {
            var element = place as XElement ?? place?.Parent;
            var path = string.Join('/', element?.AncestorsAndSelf().Reverse().Select(part => part.Name.LocalName) ?? []);
            found.Add(string.Create(CultureInfo.InvariantCulture, $"{path}: {problem.Message}"));
        }
    }

    private static XElement AsOfTheSchemas(XElement customizations)
    {
        var copy = new XElement(customizations);
        copy.Descendants().Where(element => NewerElements.Contains(element.Name.LocalName)).ToList().ForEach(element => element.Remove());
        copy.DescendantsAndSelf().Attributes().Where(attribute => NewerAttributes.Contains(attribute.Name.LocalName)).ToList().ForEach(attribute => attribute.Remove());

        // An app's own state is newer too; the states of tables are not.
        copy.Elements("AppModules").Elements("AppModule").Elements().Where(element => element.Name.LocalName is "statecode" or "statuscode").ToList().ForEach(element => element.Remove());
        foreach (var step in copy.Descendants("SdkMessageProcessingStep"))
        {
            // Exports name the message first, the schema wants it after the rank.
            var message = step.Element("SdkMessageId");
            message?.Remove();
            step.Element("Rank")!.AddAfterSelf(message);
        }

        return copy;
    }
}
