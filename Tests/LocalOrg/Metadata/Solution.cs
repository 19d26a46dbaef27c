using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>
/// A solution as it is imported: of customizations.xml what an org's metadata is made of, and the custom APIs, whether it came
/// as a zip or as the folder that a zip is packed from.
/// </summary>
internal sealed record Solution(XElement Parts)
{
    /// <summary>Tells whether an org has imported just this.</summary>
    public string Fingerprint => field ??= Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Parts.ToString(SaveOptions.DisableFormatting))));

    /// <summary>A folder or a zip.</summary>
    /// <exception cref="DirectoryNotFoundException">There is neither.</exception>
    /// <exception cref="InvalidDataException">It is no solution.</exception>
    public static Solution At(string path) => new(
        Directory.Exists(path) ? SolutionFolder.Read(path)
        : File.Exists(path) ? SolutionZip.Read(path)
        : throw new DirectoryNotFoundException($"The solution folder {path} does not exist."));

    /// <summary>One that an org has kept.</summary>
    public static Solution FromBytes(byte[] bytes)
    {
        using var unzipped = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        return new Solution(XElement.Load(unzipped));
    }

    /// <summary>As an org keeps it.</summary>
    public byte[] ToBytes()
    {
        using var memory = new MemoryStream();
        using (var zipped = new GZipStream(memory, CompressionLevel.Fastest))
        {
            Parts.Save(zipped, SaveOptions.DisableFormatting);
        }

        return memory.ToArray();
    }
}
