namespace CrmExtensions.Tests;

/// <summary>The path of a file that does not outlive the test.</summary>
internal sealed class TempFile : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("localorg-");

    public string Path => System.IO.Path.Combine(folder.FullName, "org.db");

    public void Dispose() => folder.Delete(recursive: true);
}
