using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace CrmExtensions.Packing;

/// <summary>A packed solution: its two documents and the files beside them.</summary>
/// <param name="Solution">solution.xml, the manifest.</param>
/// <param name="Customizations">customizations.xml.</param>
/// <param name="Files">All others by their path in the package.</param>
public sealed record SolutionPackage(XElement Solution, XElement Customizations, IReadOnlyDictionary<string, byte[]> Files)
{
    // The earliest that a zip can hold: the same input makes the same bytes.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The same as a managed or an unmanaged package.</summary>
    public SolutionPackage As(bool managed)
    {
        var solution = new XElement(Solution);
        solution.Element("SolutionManifest")!.SetElementValue("Managed", managed ? "1" : "0");
        return this with { Solution = solution };
    }

    public byte[] ToZip()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "customizations.xml", Bytes(Customizations));
            Add(zip, "solution.xml", Bytes(Solution));
            foreach (var (path, content) in Files)
            {
                Add(zip, path, content);
            }

            Add(zip, "[Content_Types].xml", Bytes(ContentTypes.Of(Files.Keys)));
        }

        return memory.ToArray();
    }

    private static void Add(ZipArchive zip, string path, byte[] content)
    {
        var entry = zip.CreateEntry(path);
        entry.LastWriteTime = Always;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Bytes(XElement document)
    {
        using var memory = new MemoryStream();
        using (var writer = XmlWriter.Create(memory, new XmlWriterSettings { Indent = true, NewLineChars = "\n", Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: true) }))
        {
            document.Save(writer);
        }

        return memory.ToArray();
    }
}
