using System.Xml.Linq;

namespace CrmExtensions.Packing;

/// <summary>Packs an unpacked solution as SolutionPackager does, and refuses what that would leave out without a word.</summary>
public static class Packer
{
    /// <summary>The solution of a folder.</summary>
    /// <param name="source">The unpacked solution.</param>
    /// <param name="assembly">The DLL of the plug-ins, as built.</param>
    /// <param name="version">The solution's version, with four parts.</param>
    /// <exception cref="PackException">Something is missing or does not fit.</exception>
    public static SolutionPackage Pack(SourceFolder source, string assembly, string version)
    {
        ArgumentNullException.ThrowIfNull(source);
        var solution = source.Xml("Other/Solution.xml");
        var customizations = source.Xml("Other/Customizations.xml");
        var manifest = solution.Element("SolutionManifest") ?? throw new PackException("Other/Solution.xml", "There is no <SolutionManifest>. Take the file from an export.", "<SolutionManifest> がありません。エクスポートしたファイルを使ってください。");
        manifest.SetElementValue("Version", version);

        var contents = new Contents(source, assembly);
        Demand([.. Kind.All.SelectMany(kind => kind.Fill(customizations, source)), .. contents.Add(customizations)]);
        Demand([.. RootComponents.Missing(manifest, customizations), .. source.Unread.Select(Unpacked)]);
        Declare(solution);
        Declare(customizations);
        return new SolutionPackage(solution, customizations, contents.Files);
    }

    private static void Demand(List<Complaint> complaints)
    {
        if (complaints.Count > 0)
        {
            throw new PackException(complaints);
        }
    }

    private static Complaint Unpacked(string file) => new(
        file,
        "The packer knows no file of this name in this place, so it would not be packed. Move, rename or delete it.",
        "この場所のこの名前のファイルはパックの対象外です。移動、改名または削除してください。");

    private static void Declare(XElement root) => root.SetAttributeValue(XNamespace.Xmlns + "xsi", "http://www.w3.org/2001/XMLSchema-instance");
}
