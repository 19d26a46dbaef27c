using System.IO.Compression;
using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads a packed solution, managed or not.</summary>
internal static class SolutionZip
{
    // What an org's metadata is made of; forms, apps and the rest are nothing that LocalOrg shows.
    private static readonly string[] Kept =
        ["Entities", "EntityRelationships", "optionsets", "Roles", "FieldSecurityProfiles", "SolutionPluginAssemblies", "SdkMessageProcessingSteps"];

    public static XElement Read(string path)
    {
        using var zip = Open(path);
        var root = Xml(zip.GetEntry("customizations.xml") ?? throw new InvalidDataException($"{path} is no solution: it holds no customizations.xml."), path);
        root.Elements().Where(part => !Kept.Contains(part.Name.LocalName)).Remove();
        root.Elements("Entities").Elements().Elements().Where(part => part.Name.LocalName is not ("Name" or "EntityInfo" or "SavedQueries")).Remove();
        root.Add(new XElement("customapis", zip.Entries.Where(entry => entry.Name == "customapi.xml").Select(entry => CustomApi(zip, entry, path))));
        return root;
    }

    /// <summary>The plug-in DLL inside.</summary>
    /// <exception cref="InvalidDataException">There is none, or there are several.</exception>
    public static byte[] Assembly(string path)
    {
        using var zip = Open(path);
        var dlls = zip.Entries.Where(entry => entry.FullName.StartsWith("PluginAssemblies/", StringComparison.Ordinal)).ToList();
        if (dlls.Count != 1)
        {
            throw new InvalidDataException($"{path} holds {dlls.Count} plug-in assemblies. LocalOrg loads one.");
        }

        using var content = dlls[0].Open();
        using var memory = new MemoryStream();
        content.CopyTo(memory);
        return memory.ToArray();
    }

    private static ZipArchive Open(string path)
    {
        try
        {
            return ZipFile.OpenRead(path);
        }
        catch (InvalidDataException broken)
        {
            throw new InvalidDataException($"{path} is no zip: {broken.Message}", broken);
        }
    }

    private static XElement CustomApi(ZipArchive zip, ZipArchiveEntry entry, string path)
    {
        var folder = entry.FullName[..^entry.Name.Length];
        var api = Xml(entry, path);
        api.Add(Parts("customapirequestparameter.xml").Concat(Parts("customapiresponseproperty.xml")));
        return api;

        IEnumerable<XElement> Parts(string name) => zip.Entries
            .Where(part => part.Name == name && part.FullName.StartsWith(folder, StringComparison.Ordinal))
            .Select(part => Xml(part, path));
    }

    private static XElement Xml(ZipArchiveEntry entry, string path)
    {
        using var content = entry.Open();
        return SolutionXml.Load(content, $"{path}/{entry.FullName}");
    }
}
