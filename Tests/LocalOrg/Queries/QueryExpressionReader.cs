using System.Collections;
using System.Globalization;
using CrmExtensions.Local.Faults;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries;

/// <summary>QueryExpression and QueryByAttribute as query trees.</summary>
internal static class QueryExpressionReader
{
    public static Query Read(QueryExpression query)
    {
        var names = new LinkNames();
        return Paged(query.PageInfo, new Query
        {
            Table = query.EntityName,
            Columns = Columns(query.ColumnSet),
            AllColumns = query.ColumnSet?.AllColumns ?? false,
            Filter = FilterOf(query.Criteria),
            Links = [.. query.LinkEntities.Select(link => LinkOf(link, names))],
            Orders = Orders(query.Orders),
            Distinct = query.Distinct,
            Top = query.TopCount,
        });
    }

    public static Query Read(QueryByAttribute query)
    {
        var conditions = query.Attributes.Select((column, index) => (Filter)new Condition(null, column, ConditionOperator.Equal, [query.Values[index]]));
        return Paged(query.PageInfo, new Query
        {
            Table = query.EntityName,
            Columns = Columns(query.ColumnSet),
            AllColumns = query.ColumnSet?.AllColumns ?? false,
            Filter = new Group(IsOr: false, [.. conditions]),
            Orders = Orders(query.Orders),
            Top = query.TopCount,
        });
    }

    private static Query Paged(PagingInfo? page, Query query) => page is null
        ? query
        : query with
        {
            PageNumber = Math.Max(1, page.PageNumber),
            PageSize = page.Count is > 0 and <= Query.MostRows ? page.Count : Query.MostRows,
            Cookie = page.PagingCookie,
            CountsAll = page.ReturnTotalRecordCount,
        };

    private static IReadOnlyList<Selected> Columns(ColumnSet? columns) => columns is null ? [] : [.. columns.Columns.Select(column => new Selected(column))];

    private static IReadOnlyList<Ordering> Orders(IEnumerable<OrderExpression> orders) =>
        [.. orders.Select(order => new Ordering(order.AttributeName, order.OrderType == OrderType.Descending))];

    private static Link LinkOf(LinkEntity link, LinkNames names) => new()
    {
        Table = link.LinkToEntityName,
        ParentColumn = link.LinkFromAttributeName,
        OwnColumn = link.LinkToAttributeName,
        Alias = names.For(link.EntityAlias, link.LinkToEntityName),
        IsOuter = link.JoinOperator switch
        {
            JoinOperator.Inner => false,
            JoinOperator.LeftOuter => true,
            _ => throw new NotSupportedByLocalOrgException($"the join operator {link.JoinOperator}"),
        },
        Columns = Columns(link.Columns),
        AllColumns = link.Columns?.AllColumns ?? false,
        Filter = FilterOf(link.LinkCriteria),
        Links = [.. link.LinkEntities.Select(inner => LinkOf(inner, names))],
        Orders = Orders(link.Orders),
    };

    private static Group? FilterOf(FilterExpression? filter)
    {
        if (filter is null || (filter.Conditions.Count == 0 && filter.Filters.Count == 0))
        {
            return null;
        }

        var conditions = filter.Conditions.Select(condition => (Filter)new Condition(
            string.IsNullOrEmpty(condition.EntityName) ? null : condition.EntityName,
            condition.AttributeName,
            condition.Operator,
            Values(condition)));
        return new Group(filter.FilterOperator == LogicalOperator.Or, [.. conditions, .. filter.Filters.Select(FilterOf).OfType<Filter>()]);
    }

    // An array given as one value means its items.
    private static IReadOnlyList<object> Values(ConditionExpression condition) =>
        [.. condition.Values.SelectMany(value => value is IEnumerable items and not string ? items.Cast<object>() : [value])];

    /// <summary>Links without an alias are named table1, table2, ... as the platform does.</summary>
    internal sealed class LinkNames
    {
        private int next;

        public string For(string? given, string table)
        {
            next++;
            return string.IsNullOrEmpty(given) ? table + next.ToString(CultureInfo.InvariantCulture) : given;
        }
    }
}
