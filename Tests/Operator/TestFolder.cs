namespace CrmExtensions.Tests;

/// <summary>A folder with files of a test, gone after it.</summary>
internal sealed class TestFolder : IDisposable
{
    private TestFolder(string path) => Path = path;

    public string Path { get; }

    public static TestFolder Of(params (string Name, string Text)[] files)
    {
        var folder = new TestFolder(Directory.CreateTempSubdirectory("operator-tests-").FullName);
        foreach (var (name, text) in files)
        {
            File.WriteAllText(System.IO.Path.Combine(folder.Path, name), text);
        }

        return folder;
    }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
