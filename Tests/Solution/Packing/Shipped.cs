using System.IO.Compression;
using System.Xml.Linq;
using CrmExtensions.Packing;

namespace CrmExtensions.Tests.Packing;

/// <summary>The solution of the tree, packed in memory with the DLL that was just built.</summary>
internal static class Shipped
{
    private static readonly Lazy<SolutionPackage> Lazily = new(() => Pack(Repo.Full(XmlFile.Source)));
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Managed = new(() => Unzipped(managed: true));
    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Unmanaged = new(() => Unzipped(managed: false));

    public static string Dll => Path.Combine(AppContext.BaseDirectory, "CrmExtensionsPlugins.dll");

    public static SolutionPackage Package => Lazily.Value;

    public static string Version => Publisher.Manifest.Text("Version");

    public static SolutionPackage Pack(string folder) => Packer.Pack(new SourceFolder(folder), Dll, Version);

    /// <summary>What a zip holds, by path.</summary>
    public static IReadOnlyDictionary<string, byte[]> Entries(bool managed) => (managed ? Managed : Unmanaged).Value;

    public static XElement Document(bool managed, string name) => XElement.Load(new MemoryStream(Entries(managed)[name]));

    private static Dictionary<string, byte[]> Unzipped(bool managed)
    {
        using var zip = new ZipArchive(new MemoryStream(Package.As(managed).ToZip()));
        return zip.Entries.ToDictionary(entry => entry.FullName, Content);
    }

    private static byte[] Content(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        using var memory = new MemoryStream();
        content.CopyTo(memory);
        return memory.ToArray();
    }
}
