using System.Xml.Linq;

namespace CrmExtensions.Packing;

/// <summary>A kind of component: where its files lie, and which element of customizations.xml they fill (all else stays there as it is).</summary>
internal sealed record Kind(string Placeholder, string Place, Func<SourceFolder, string, IEnumerable<XElement>> Read)
{
    /// <summary>The kinds that this packer knows. Folders in small letters are not among them: they are packed as they are.</summary>
    public static IReadOnlyList<Kind> All { get; } =
    [
        new("Entities", "Entities", TableFolder.ReadAll),
        new("Roles", "Roles", Roots),
        new("FieldSecurityProfiles", "Other/FieldSecurityProfiles.xml", Children),
        new("Templates", "Templates", EmailTemplates.Read),
        new("EntityMaps", "Other/EntityMaps.xml", Children),
        new("EntityRelationships", "Other/Relationships.xml", RelationshipFiles.Read),
        new("optionsets", "OptionSets", Roots),
        new("Dashboards", "Dashboards", Roots),
        new("WebResources", "WebResources", DataFiles),
        new("SolutionPluginAssemblies", "PluginAssemblies", DataFiles),
        new("SdkMessageProcessingSteps", "SdkMessageProcessingSteps", Roots),
        new("AppModuleSiteMaps", "AppModuleSiteMaps", Roots),
        new("AppModules", "AppModules", Roots),
    ];

    /// <summary>Fills the element of this kind; what is wrong otherwise.</summary>
    public IEnumerable<Complaint> Fill(XElement customizations, SourceFolder source)
    {
        if (!source.Has(Place))
        {
            return [];
        }

        if (customizations.Element(Placeholder) is not { IsEmpty: true } placeholder)
        {
            return [new Complaint(
                "Other/Customizations.xml",
                $"There is no empty <{Placeholder} />, so {Place} would not be packed. Add one.",
                $"空の <{Placeholder} /> がないので {Place} がパックされません。追加してください。")];
        }

        placeholder.Add(Read(source, Place));
        return [];
    }

    private static IEnumerable<XElement> Roots(SourceFolder source, string folder) => source.Below(folder).Where(file => file.EndsWith(".xml", StringComparison.Ordinal)).Select(source.Xml);

    private static IEnumerable<XElement> DataFiles(SourceFolder source, string folder) => source.Below(folder).Where(file => file.EndsWith(".data.xml", StringComparison.Ordinal)).Select(source.Xml);

    private static IEnumerable<XElement> Children(SourceFolder source, string file) => source.Xml(file).Elements();
}
