using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using CrmExtensions.Local.Faults;

namespace CrmExtensions.Local.Queries;

/// <summary>FetchXML as a query tree.</summary>
internal static class FetchXmlReader
{
    public static Query Read(string text)
    {
        var fetch = Parse(text);
        var entity = fetch.Element("entity") ?? throw DataFaults.MalformedQuery("a fetch needs an entity element.");
        var isAggregate = Is(fetch, "aggregate");
        var names = new QueryExpressionReader.LinkNames();
        var size = Number(fetch, "count");
        return new Query
        {
            Table = Required(entity, "name"),
            Columns = Columns(entity),
            AllColumns = entity.Element("all-attributes") is not null,
            Filter = FilterOf(entity),
            Links = [.. entity.Elements("link-entity").Select(link => LinkOf(link, names))],
            Orders = Orders(entity, isAggregate),
            Distinct = Is(fetch, "distinct"),
            IsAggregate = isAggregate,
            Top = Number(fetch, "top"),
            PageNumber = Math.Max(1, Number(fetch, "page") ?? 1),
            PageSize = size is > 0 and <= Query.MostRows ? size.Value : Query.MostRows,
            Cookie = (string?)fetch.Attribute("paging-cookie"),
            CountsAll = Is(fetch, "returntotalrecordcount"),
        };
    }

    private static XElement Parse(string text)
    {
        try
        {
            var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit };
            using var reader = XmlReader.Create(new StringReader(text), settings);
            var root = XDocument.Load(reader).Root!;
            return root.Name.LocalName == "fetch" ? root : throw DataFaults.MalformedQuery($"expected fetch, found {root.Name.LocalName}.");
        }
        catch (XmlException broken)
        {
            throw DataFaults.MalformedQuery(broken.Message);
        }
    }

    private static IReadOnlyList<Selected> Columns(XElement parent) => [.. parent.Elements("attribute").Select(ColumnOf)];

    private static Selected ColumnOf(XElement column) => column.Attribute("dategrouping") is null
        ? new Selected(Required(column, "name"), (string?)column.Attribute("alias"), (string?)column.Attribute("aggregate"), Is(column, "groupby"), Is(column, "distinct"))
        : throw new NotSupportedByLocalOrgException("dategrouping");

    private static IReadOnlyList<Ordering> Orders(XElement parent, bool isAggregate) => [.. parent.Elements("order").Select(order =>
        isAggregate && order.Attribute("alias") is { } alias
            ? new Ordering(alias.Value, Is(order, "descending"), IsAlias: true)
            : new Ordering(Required(order, "attribute"), Is(order, "descending"), (string?)order.Attribute("entityname")))];

    private static Link LinkOf(XElement link, QueryExpressionReader.LinkNames names) => new()
    {
        Table = Required(link, "name"),
        ParentColumn = Required(link, "to"),
        OwnColumn = Required(link, "from"),
        Alias = names.For((string?)link.Attribute("alias"), Required(link, "name")),
        IsOuter = (string?)link.Attribute("link-type") switch
        {
            null or "inner" => false,
            "outer" => true,
            var other => throw new NotSupportedByLocalOrgException($"the link-type '{other}'"),
        },
        Columns = Columns(link),
        AllColumns = link.Element("all-attributes") is not null,
        Filter = FilterOf(link),
        Links = [.. link.Elements("link-entity").Select(inner => LinkOf(inner, names))],
        Orders = Orders(link, isAggregate: false),
    };

    private static Filter? FilterOf(XElement parent)
    {
        var groups = parent.Elements("filter").Select(GroupOf).ToList();
        return groups.Count switch
        {
            0 => null,
            1 => groups[0],
            _ => new Group(IsOr: false, groups),
        };
    }

    private static Filter GroupOf(XElement filter) => new Group(
        (string?)filter.Attribute("type") == "or",
        [.. filter.Elements("condition").Select(ConditionOf), .. filter.Elements("filter").Select(GroupOf)]);

    private static Filter ConditionOf(XElement condition)
    {
        if (condition.Attribute("valueof") is not null)
        {
            throw new NotSupportedByLocalOrgException("valueof (comparing two columns)");
        }

        var values = condition.Elements("value").Select(value => (object)value.Value).ToList();
        if (condition.Attribute("value") is { } single)
        {
            values.Insert(0, single.Value);
        }

        return new Condition(
            (string?)condition.Attribute("entityname"),
            Required(condition, "attribute"),
            ConditionOperators.FromFetch(Required(condition, "operator")),
            values);
    }

    private static string Required(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) is { Length: > 0 } value
            ? value
            : throw DataFaults.MalformedQuery($"a {element.Name.LocalName} element has no {attribute}.");

    private static bool Is(XElement element, string attribute) => (string?)element.Attribute(attribute) is "true" or "1";

    private static int? Number(XElement element, string attribute) =>
        (string?)element.Attribute(attribute) is not { } text ? null
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number
        : throw DataFaults.MalformedQuery($"{attribute} '{text}' is no number.");
}
