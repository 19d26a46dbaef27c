using System.Globalization;
using System.Xml.Linq;

namespace CrmExtensions.Tests;

/// <summary>Reading elements by name; what is missing reads as empty.</summary>
internal static class XmlReading
{
    public static string Text(this XElement element, string child) => element.Element(child)?.Value ?? "";

    public static string Attr(this XElement element, string name) => (string?)element.Attribute(name) ?? "";

    public static decimal Number(this XElement element, string child) => decimal.Parse(element.Text(child), NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Of a schema name: the logical one.</summary>
    public static string Logical(this string schemaName) => schemaName.ToLowerInvariant();

    public static IReadOnlyList<string> Commas(this XElement element, string child) => element.Text(child).Split(',', StringSplitOptions.RemoveEmptyEntries);
}
