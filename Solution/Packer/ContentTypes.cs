using System.Xml.Linq;

namespace CrmExtensions.Packing;

/// <summary>[Content_Types].xml: every extension in the package, and every part that has none or, being XML, is no document of the package's own.</summary>
internal static class ContentTypes
{
    private const string Bytes = "application/octet-stream";

    private static readonly XNamespace Space = "http://schemas.openxmlformats.org/package/2006/content-types";

    public static XElement Of(IEnumerable<string> paths)
    {
        var all = paths.ToList();
        var extensions = all.Select(Path.GetExtension).Where(extension => extension!.Length > 1).Select(extension => extension![1..]).Append("xml").Distinct().Order(StringComparer.Ordinal);
        return new XElement(
            Space + "Types",
            extensions.Select(extension => new XElement(Space + "Default", new XAttribute("ContentType", extension == "xml" ? "text/xml" : Bytes), new XAttribute("Extension", extension))),
            all.Where(NeedsItsOwn).Select(path => new XElement(Space + "Override", new XAttribute("ContentType", Bytes), new XAttribute("PartName", "/" + path))));
    }

    private static bool NeedsItsOwn(string path) => Path.GetExtension(path) is "" or ".xml";
}
