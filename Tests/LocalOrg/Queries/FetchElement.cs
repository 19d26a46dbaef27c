using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CrmExtensions.Local.Faults;

namespace CrmExtensions.Local.Queries;

/// <summary>An element of FetchXML that holds only what may stand in it.</summary>
internal sealed class FetchElement
{
    private static readonly string[] InTables = ["attribute", "all-attributes", "no-attrs", "order", "filter", "link-entity"];
    private static readonly Dictionary<string, string[]> Inside = new(StringComparer.Ordinal)
    {
        ["fetch"] = ["entity", "order"],
        ["entity"] = InTables,
        ["link-entity"] = InTables,
        ["filter"] = ["condition", "filter", "link-entity"],
        ["condition"] = ["value"],
    };

    private readonly XElement element;

    private FetchElement(XElement element)
    {
        this.element = element;
        var known = Inside.GetValueOrDefault(Name, []);
        if (element.Elements().FirstOrDefault(child => !known.Contains(child.Name.LocalName)) is { } stranger)
        {
            throw DataFaults.MalformedQuery($"{stranger.Name.LocalName} cannot stand in {Name}; valid nodes are {(known.Length == 0 ? "none" : string.Join(", ", known))}.");
        }
    }

    public string Name => element.Name.LocalName;

    /// <summary>The text between its tags.</summary>
    public string Content => element.Value;

    /// <summary>All inside it, at any depth.</summary>
    public IEnumerable<FetchElement> Descendants(string name) => element.Descendants(name).Select(child => new FetchElement(child));

    public static FetchElement Parse(string? text)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            using var reader = XmlReader.Create(new StringReader(text ?? ""), settings);
            var root = XDocument.Load(reader).Root!;
            return root.Name.LocalName == "fetch" ? new FetchElement(root) : throw DataFaults.MalformedQuery($"expected fetch, found {root.Name.LocalName}.");
        }
        catch (XmlException broken)
        {
            throw DataFaults.MalformedQuery(broken.Message);
        }
    }

    public FetchElement Child(string name) =>
        element.Elements(name).ToList() is [var only] ? new FetchElement(only) : throw DataFaults.MalformedQuery($"a {Name} needs one {name} element.");

    public IEnumerable<FetchElement> Children(string name) => element.Elements(name).Select(child => new FetchElement(child));

    public bool Has(string child) => element.Element(child) is not null;

    public string? Text(string attribute) => (string?)element.Attribute(attribute);

    public string Required(string attribute) =>
        Text(attribute) is { Length: > 0 } value ? value : throw DataFaults.MalformedQuery($"a {Name} element has no {attribute}.");

    public bool Is(string attribute) => Text(attribute) switch
    {
        null or "false" or "0" or "" => false,
        "true" or "1" => true,
        var other => throw DataFaults.MalformedQuery($"{attribute} of a {Name} element is true or false, not '{other}'."),
    };

    public int? Number(string attribute) =>
        Text(attribute) is not { } text ? null
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : throw DataFaults.MalformedQuery($"{attribute} '{text}' is no number.");

    /// <summary>Refuses an attribute that asks for what is not modelled.</summary>
    public void Refuse(string attribute)
    {
        if (Text(attribute) is not null)
        {
            throw new NotSupportedByLocalOrgException(attribute);
        }
    }
}
