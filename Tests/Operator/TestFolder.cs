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

    /// <summary>A folder with a program of a test, for the PATH.</summary>
    public static TestFolder OfTool(string name, string script)
    {
        var folder = Of((name, script));
        if (OperatingSystem.IsWindows())
        {
            Assert.Inconclusive("The programs of these tests are scripts for sh.");
        }
        else
        {
            File.SetUnixFileMode(folder[name], UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        return folder;
    }

    /// <summary>The PATH with this folder first.</summary>
    public string BeforePath => Path + System.IO.Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
