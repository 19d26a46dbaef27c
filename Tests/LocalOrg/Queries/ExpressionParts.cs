using System.Collections;
using CrmExtensions.Local.Faults;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries;

/// <summary>The parts of one QueryExpression.</summary>
internal sealed class ExpressionParts
{
    private readonly LinkNames names = new();
    private readonly QueryLimits limits = new();

    public static IReadOnlyList<Selected> Columns(ColumnSet? columns) => columns is null ? [] : [.. columns.Columns.Select(column => new Selected(column))];

    public static IReadOnlyList<Ordering> Orders(IEnumerable<OrderExpression> orders) =>
        [.. orders.Select(order => new Ordering(order.AttributeName, order.OrderType == OrderType.Descending, string.IsNullOrEmpty(order.EntityName) ? null : order.EntityName))];

    public IReadOnlyList<Link> Links(IEnumerable<LinkEntity> links) => [.. links.Select(link => LinkOf(link, inFilter: false))];

    public Filter? FilterOf(FilterExpression? filter)
    {
        if (filter is null || (filter.Conditions.Count == 0 && filter.Filters.Count == 0 && filter.AnyAllFilterLinkEntity is null))
        {
            return null;
        }

        return limits.Deeper(() => new Group(
            filter.FilterOperator == LogicalOperator.Or,
            [
                .. filter.Conditions.Select(ConditionOf),
                .. filter.Filters.Select(FilterOf).OfType<Filter>(),
                .. filter.AnyAllFilterLinkEntity is { } link ? [new LinkFilter(LinkOf(link, inFilter: true))] : Array.Empty<Filter>(),
            ]));
    }

    private Link LinkOf(LinkEntity link, bool inFilter) => limits.Deeper(() =>
    {
        limits.CountLink();
        var alias = names.For(link.EntityAlias, link.LinkToEntityName);
        var (links, filter) = LinkKinds.Split(Links(link.LinkEntities), FilterOf(link.LinkCriteria));
        return new Link
        {
            Table = link.LinkToEntityName,
            ParentColumn = link.LinkFromAttributeName,
            OwnColumn = link.LinkToAttributeName,
            Alias = alias,
            Kind = LinkKinds.Of(link.JoinOperator, inFilter),
            Columns = Columns(link.Columns),
            AllColumns = link.Columns?.AllColumns ?? false,
            Filter = filter,
            Links = links,
            Orders = Orders(link.Orders),
        };
    });

    private Filter ConditionOf(ConditionExpression condition)
    {
        limits.CountCondition();
        var values = Values(condition);
        return new Condition(
            string.IsNullOrEmpty(condition.EntityName) ? null : condition.EntityName,
            condition.AttributeName,
            condition.Operator,
            condition.CompareColumns ? [] : values,
            condition.CompareColumns ? Other(values) : null);
    }

    private static ColumnRef Other(IReadOnlyList<object> values) =>
        values is [string column] ? new ColumnRef(null, column) : throw DataFaults.MalformedQuery("comparing columns takes the name of one other column.");

    // An array given as one value means its items.
    private static IReadOnlyList<object> Values(ConditionExpression condition) =>
        [.. condition.Values.SelectMany(value => value is IEnumerable items and not string ? items.Cast<object>() : [value])];
}
