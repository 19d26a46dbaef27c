using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads an unpacked solution into the document that it is packed to (solution-anatomy.md 21).</summary>
internal static class SolutionFolder
{
    public static XElement Read(string folder)
    {
        return new XElement(
            "ImportExportXml",
            new XElement("Entities", Roots("Entities", "Entity.xml").Select(WithViews)),
            new XElement("EntityRelationships", Roots("Other/Relationships").Elements()),
            new XElement("optionsets", Roots("OptionSets")),
            new XElement("Roles", Roots("Roles")),
            new XElement("FieldSecurityProfiles", Roots("Other", "FieldSecurityProfiles.xml").Elements()),
            new XElement("SolutionPluginAssemblies", Roots("PluginAssemblies", "*.data.xml")),
            new XElement("SdkMessageProcessingSteps", Roots("SdkMessageProcessingSteps")),
            new XElement("customapis", Roots("customapis", "customapi.xml").Select(WithParameters)));

        IEnumerable<XElement> Roots(string part, string pattern = "*.xml") => SolutionXml.Files(Path.Combine(folder, part), pattern).Select(SolutionXml.Load);
    }

    private static XElement WithViews(XElement entity)
    {
        var folder = Path.Combine(Path.GetDirectoryName(SolutionXml.PlaceOf(entity))!, "SavedQueries");
        entity.Elements("SavedQueries").Remove();
        entity.Add(new XElement("SavedQueries", SolutionXml.Files(folder, "*.xml").Select(SolutionXml.Load)));
        return entity;
    }

    private static XElement WithParameters(XElement api)
    {
        var folder = Path.GetDirectoryName(SolutionXml.PlaceOf(api))!;
        api.Add(SolutionXml.Files(folder, "customapirequestparameter.xml").Concat(SolutionXml.Files(folder, "customapiresponseproperty.xml")).Select(SolutionXml.Load));
        return api;
    }
}
