using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reading the XML of an unpacked solution: one file at a time, with its path in every complaint.</summary>
internal static class SolutionXml
{
    /// <summary>The root element of a file.</summary>
    /// <exception cref="InvalidDataException">The file is no well-formed XML.</exception>
    public static XElement Load(string path)
    {
        using var content = File.OpenRead(path);
        return Load(content, path);
    }

    /// <summary>The root element of a file, which remembers its place.</summary>
    /// <exception cref="InvalidDataException">The file is no well-formed XML.</exception>
    public static XElement Load(Stream content, string place)
    {
        try
        {
            var root = XElement.Load(content);
            root.Attributes(XNamespace.Xmlns + "xsi").Remove();
            root.AddAnnotation(new Place(place));
            return root;
        }
        catch (XmlException broken)
        {
            throw new InvalidDataException($"{place} is not well-formed XML: {broken.Message}", broken);
        }
    }

    /// <summary>The file that an element was read from; empty where the org has kept it.</summary>
    public static string PlaceOf(XElement element) => element.AncestorsAndSelf().Select(part => part.Annotation<Place>()?.Path).FirstOrDefault(path => path is not null) ?? "";

    /// <summary>The files of a folder and those below, in a fixed order; none where the folder is missing.</summary>
    public static IEnumerable<string> Files(string folder, string pattern) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal) : [];

    public static string Text(this XElement parent, string name) => parent.Element(name)?.Value ?? "";

    public static bool Flag(this XElement parent, string name) => parent.Text(name) == "1";

    public static int Number(this XElement parent, string name, int missing = 0) =>
        int.TryParse(parent.Text(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : missing;

    public static decimal Amount(this XElement parent, string name, decimal missing) =>
        decimal.TryParse(parent.Text(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : missing;

    public static IReadOnlyList<string> List(this XElement parent, string name) =>
        parent.Text(name).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public static string Name(this XElement element, string attribute) => (string?)element.Attribute(attribute) ?? "";

    public static Guid Id(string text) => Guid.Parse(text);

    /// <summary>Labels kept as children with description and languagecode.</summary>
    public static Labels Labels(this XElement? parent) => parent is null
        ? Metadata.Labels.None
        : new Labels(parent.Elements().ToDictionary(label => (int)label.Attribute("languagecode")!, label => label.Name("description")));

    private sealed record Place(string Path);
}
