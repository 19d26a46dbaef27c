using System.Xml.Linq;
using CrmExtensions.Packing;

namespace CrmExtensions.Tests.Packing;

/// <summary>A copy of the solution that a test spoils.</summary>
internal sealed class BrokenSolution : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("broken-");

    public BrokenSolution()
    {
        foreach (var file in Repo.FilesIn(XmlFile.Source, ""))
        {
            Write(Path.GetRelativePath(XmlFile.Source, file), File.ReadAllBytes(Repo.Full(file)));
        }
    }

    public void Write(string place, byte[] content)
    {
        var file = new FileInfo(Full(place));
        file.Directory!.Create();
        File.WriteAllBytes(file.FullName, content);
    }

    public void Delete(string place) => File.Delete(Full(place));

    public void Edit(string place, Action<XElement> change)
    {
        var root = XElement.Load(Full(place));
        change(root);
        root.Save(Full(place));
    }

    /// <summary>What the packer says about it.</summary>
    public IReadOnlyList<Complaint> Complaints(string? dll = null) =>
        Assert.ThrowsExactly<PackException>(() => Packer.Pack(new SourceFolder(folder.FullName), dll ?? Shipped.Dll, "1.0.0.0")).Complaints;

    public void Dispose() => folder.Delete(recursive: true);

    private string Full(string place) => Path.Combine(folder.FullName, place);
}
