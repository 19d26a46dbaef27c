using System.Reflection;
using System.Xml.Linq;

namespace CrmExtensions.Packing;

/// <summary>What lies in the package beside its documents: web resources, the plug-in assembly, and components that are packed as they are.</summary>
internal sealed class Contents(SourceFolder source, string assembly)
{
    private readonly SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, byte[]> Files => files;

    /// <summary>Adds all that the customizations name, and the folders in small letters; what is wrong otherwise.</summary>
    public List<Complaint> Add(XElement customizations)
    {
        foreach (var file in source.Names().Where(name => char.IsAsciiLetterLower(name[0])).SelectMany(source.Below).ToList())
        {
            files.Add(file, source.Bytes(file));
        }

        return
        [
            .. customizations.Elements("WebResources").Elements().SelectMany(AddWebResource),
            .. customizations.Elements("SolutionPluginAssemblies").Elements().SelectMany(AddAssembly),
        ];
    }

    private IEnumerable<Complaint> AddWebResource(XElement resource)
    {
        var name = resource.Element("Name")?.Value ?? "";
        var id = resource.Element("WebResourceId")?.Value.Trim('{', '}').ToUpperInvariant();
        var letters = name.Where(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-').Take(LongestStem);
        return Add(resource, $"/WebResources/{string.Concat(letters)}{id}", $"WebResources/{name}.data.xml", () => source.Bytes("WebResources/" + name));
    }

    // As exports do it: the name without other signs, cut, and the id.
    private const int LongestStem = 50;

    private IEnumerable<Complaint> AddAssembly(XElement registered)
    {
        var fullName = (string?)registered.Attribute("FullName") ?? "";
        var name = new AssemblyName(fullName).Name!;
        var folder = $"{name.Replace(".", "", StringComparison.Ordinal)}-{((string?)registered.Attribute("PluginAssemblyId"))?.ToUpperInvariant()}";
        var place = $"PluginAssemblies/{folder}/{name}.dll.data.xml";
        if (!File.Exists(assembly))
        {
            return [new Complaint(assembly, "There is no such file. Build the plug-ins first.", "ファイルがありません。先にプラグインをビルドしてください。")];
        }

        var built = AssemblyName.GetAssemblyName(assembly).FullName;
        return built == fullName
            ? Add(registered, $"/PluginAssemblies/{folder}/{name}.dll", place, () => File.ReadAllBytes(assembly))
            : [new Complaint(place, $"FullName is '{fullName}', but the DLL that was built is '{built}'. Write the DLL's.", $"FullName がビルドした DLL の '{built}' と違います。DLL に合わせてください。")];
    }

    private List<Complaint> Add(XElement component, string expected, string place, Func<byte[]> content)
    {
        var fileName = component.Element("FileName")?.Value;
        if (fileName != expected)
        {
            return [new Complaint(place, $"FileName is '{fileName}'. Write '{expected}'.", $"FileName を '{expected}' にしてください。")];
        }

        files.Add(expected.TrimStart('/'), content());
        return [];
    }
}
