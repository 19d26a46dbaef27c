namespace CrmExtensions.Tests;

/// <summary>An unpacked solution of a few files, in a folder that does not outlive the test.</summary>
internal sealed class OwnSolution : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("solution-");

    public string Folder => folder.FullName;

    public void Add(string path, string content)
    {
        var file = new FileInfo(Path.Combine(Folder, path));
        file.Directory!.Create();
        File.WriteAllText(file.FullName, content);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
