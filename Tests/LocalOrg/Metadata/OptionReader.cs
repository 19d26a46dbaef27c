using System.Globalization;
using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads option sets, of a column or global.</summary>
internal static class OptionReader
{
    public static IReadOnlyList<Option> Options(XElement? set) => set is null
        ? []
        : [.. set.Descendants().Where(element => element.Name.LocalName is "option" or "state" or "status").Select(Read)];

    /// <summary>All global choices of a solution by name.</summary>
    public static IEnumerable<KeyValuePair<string, IReadOnlyList<Option>>> Global(Solution solution) =>
        solution.Parts.Elements("optionsets").Elements("optionset").Select(set => KeyValuePair.Create(set.Name("Name"), Options(set)));

    private static Option Read(XElement element) => new(
        Number(element, "value")!.Value,
        element.Element("labels").Labels(),
        Number(element, "state"),
        Number(element, "defaultstatus"));

    private static int? Number(XElement element, string attribute) =>
        element.Attribute(attribute) is { } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;
}
