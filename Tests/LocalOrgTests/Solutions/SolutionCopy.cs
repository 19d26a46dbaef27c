using System.Xml.Linq;
using CrmExtensions.Packing;

namespace CrmExtensions.Tests;

/// <summary>A copy of the shipped solution's folder, which a test may change and pack; neither outlives the test.</summary>
internal sealed class SolutionCopy : IDisposable
{
    private static readonly Lazy<string> Source = new(() => Path.Combine(Above(new DirectoryInfo(AppContext.BaseDirectory)), "Solution", "src"));

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("solution-");
    private int packed;

    public SolutionCopy()
    {
        foreach (var file in Directory.EnumerateFiles(Source.Value, "*", SearchOption.AllDirectories))
        {
            var copy = new FileInfo(Path.Combine(Folder, Path.GetRelativePath(Source.Value, file)));
            copy.Directory!.Create();
            File.Copy(file, copy.FullName);
        }
    }

    public static string Plugins => Path.Combine(AppContext.BaseDirectory, "CrmExtensionsPlugins.dll");

    public string Folder => Path.Combine(folder.FullName, "src");

    /// <summary>The zip of the folder as it is now; every call makes another.</summary>
    public string Zip(bool managed = true)
    {
        packed++;
        var path = Path.Combine(folder.FullName, $"{packed}.zip");
        File.WriteAllBytes(path, Packer.Pack(new SourceFolder(Folder), Plugins, $"1.0.{packed}.0").As(managed).ToZip());
        return path;
    }

    public void Edit(string file, Action<XElement> change)
    {
        var path = Path.Combine(Folder, file);
        var root = XElement.Load(path);
        change(root);
        root.Save(path);
    }

    public void Add(string file, string content)
    {
        var path = new FileInfo(Path.Combine(Folder, file));
        path.Directory!.Create();
        File.WriteAllText(path.FullName, content);
    }

    /// <summary>The one file of a folder that holds a text.</summary>
    public string Find(string folderInside, string text) => Directory.EnumerateFiles(Path.Combine(Folder, folderInside))
        .Where(file => File.ReadAllText(file).Contains(text, StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Folder, file))
        .Single();

    public void Dispose() => folder.Delete(recursive: true);

    private static string Above(DirectoryInfo? place) => place switch
    {
        null => throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds CrmExtensions.sln."),
        _ when File.Exists(Path.Combine(place.FullName, "CrmExtensions.sln")) => place.FullName,
        _ => Above(place.Parent),
    };
}
