namespace CrmExtensions.Tests.Validation;

/// <summary>A folder with a schema of our own under the platform's name.</summary>
internal sealed class SchemaFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory();

    public SchemaFolder(string schema) => File.WriteAllText(System.IO.Path.Combine(Path, "CustomizationsSolution.xsd"), schema);

    public string Path => folder.FullName;

    public void Dispose() => folder.Delete(recursive: true);
}
