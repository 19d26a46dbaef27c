using CrmExtensions.Local.Faults;

namespace CrmExtensions.Local.Queries;

/// <summary>What stands in the entity and link-entity elements of FetchXML.</summary>
internal sealed class FetchTables(LinkNames names, FetchFilters filters, QueryLimits limits, bool isAggregate)
{
    private static readonly Dictionary<string, DateGrouping> Groupings = new(StringComparer.Ordinal)
    {
        ["day"] = DateGrouping.Day,
        ["week"] = DateGrouping.Week,
        ["month"] = DateGrouping.Month,
        ["quarter"] = DateGrouping.Quarter,
        ["year"] = DateGrouping.Year,
        ["fiscal-period"] = DateGrouping.FiscalPeriod,
        ["fiscal-year"] = DateGrouping.FiscalYear,
    };

    public static IReadOnlyList<Selected> Columns(FetchElement table) => [.. table.Children("attribute").Select(ColumnOf)];

    public static IReadOnlyList<Ordering> Orders(FetchElement table) =>
        [.. table.Children("order").Select(order => new Ordering(order.Required("attribute"), order.Is("descending"), order.Text("entityname")))];

    /// <summary>In aggregates columns are named by their aliases, whichever table they are of.</summary>
    public static IReadOnlyList<Ordering> AggregateOrders(FetchElement entity) => [.. entity.Descendants("order").Select(order => order.Text("alias") is { } alias
        ? new Ordering(alias, order.Is("descending"), IsAlias: true)
        : new Ordering(order.Required("attribute"), order.Is("descending")))];

    public Filter? FilterOf(FetchElement table)
    {
        var groups = table.Children("filter").Select(filter => filters.GroupOf(filter, LinkOf)).ToList();
        return groups.Count switch
        {
            0 => null,
            1 => groups[0],
            _ => new Group(IsOr: false, groups),
        };
    }

    public IReadOnlyList<Link> Links(FetchElement table) => [.. table.Children("link-entity").Select(link => LinkOf(link, inFilter: false))];

    private Link LinkOf(FetchElement link, bool inFilter) => limits.Deeper(() =>
    {
        limits.CountLink();
        var table = link.Required("name");
        var alias = names.For(link.Text("alias"), table);
        var (links, filter) = LinkKinds.Split(Links(link), FilterOf(link));
        return new Link
        {
            Table = table,
            ParentColumn = link.Required("to"),
            OwnColumn = link.Required("from"),
            Alias = alias,
            Kind = LinkKinds.Of(LinkKinds.Named(link.Text("link-type")), inFilter),
            Columns = Columns(link),
            AllColumns = link.Has("all-attributes"),
            Filter = filter,
            Links = links,
            Orders = isAggregate ? [] : [.. link.Children("order").Select(OrderOfLink)],
        };
    });

    private static Ordering OrderOfLink(FetchElement order) => order.Text("alias") is null
        ? new Ordering(order.Required("attribute"), order.Is("descending"))
        : throw DataFaults.MalformedQuery("an order by alias belongs to an aggregate query; others name an attribute.");

    private static Selected ColumnOf(FetchElement column)
    {
        column.Refuse("rowaggregate");
        return new Selected(
            column.Required("name"),
            column.Text("alias"),
            column.Text("aggregate"),
            column.Is("groupby"),
            column.Is("distinct"),
            column.Text("dategrouping") is not { } part ? null
                : Groupings.TryGetValue(part, out var grouping) ? grouping
                : throw DataFaults.MalformedQuery($"there is no dategrouping '{part}'."),
            InUtc: column.Text("usertimezone") is not null && !column.Is("usertimezone"));
    }
}
