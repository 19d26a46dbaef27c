using System.Text.RegularExpressions;

namespace CrmExtensions.Tests.WebResources;

/// <summary>A web resource: what the platform is told of it, and its content beside that (solution-anatomy.md 16).</summary>
internal sealed partial record WebResourceXml(XmlFile File)
{
    private const int LongestStem = 50;

    private static readonly Dictionary<string, string> Types = new() { [".html"] = "1", [".css"] = "2", [".js"] = "3", [".svg"] = "11", [".resx"] = "12" };

    public static IEnumerable<WebResourceXml> All => XmlFile.In("WebResources").Where(file => file.Place.EndsWith(".data.xml", StringComparison.Ordinal)).Select(file => new WebResourceXml(file));

    public string Id => File.Root.Text("WebResourceId");

    public string Name => File.Root.Text("Name");

    public string Content => $"{XmlFile.Source}/WebResources/{Name}";

    public string Type => File.Root.Text("WebResourceType");

    /// <summary>By the ending of its name.</summary>
    public string? ExpectedType => Types.GetValueOrDefault(Path.GetExtension(Name));

    /// <summary>The path in the package that exports give it.</summary>
    public string ExpectedFileName
    {
        get
        {
            var stem = Dropped().Replace(Name, "");
            return $"/WebResources/{stem[..Math.Min(LongestStem, stem.Length)]}{Id.Trim('{', '}').ToUpperInvariant()}";
        }
    }

    public override string ToString() => File.Path;

    [GeneratedRegex("[^A-Za-z0-9_-]")]
    private static partial Regex Dropped();
}
