using CrmExtensions.Local.Faults;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries;

/// <summary>QueryExpression and QueryByAttribute as query trees.</summary>
internal static class QueryExpressionReader
{
    public static Query Read(QueryExpression query)
    {
        if (query.SubQueryExpression is not null)
        {
            throw new NotSupportedByLocalOrgException("SubQueryExpression");
        }

        var parts = new ExpressionParts();
        var (links, filter) = LinkKinds.Split(parts.Links(query.LinkEntities), parts.FilterOf(query.Criteria));
        return Paged(query.PageInfo, query.TopCount, new Query
        {
            Table = query.EntityName,
            Columns = ExpressionParts.Columns(query.ColumnSet),
            AllColumns = query.ColumnSet?.AllColumns ?? false,
            Filter = filter,
            Links = links,
            Orders = ExpressionParts.Orders(query.Orders),
            Distinct = query.Distinct,
        });
    }

    public static Query Read(QueryByAttribute query)
    {
        if (query.Attributes.Count != query.Values.Count)
        {
            throw DataFaults.MalformedQuery($"a query by {query.Attributes.Count} attributes needs as many values, not {query.Values.Count}.");
        }

        var conditions = query.Attributes.Select((column, index) => (Filter)new Condition(null, column, ConditionOperator.Equal, [query.Values[index]]));
        return Paged(query.PageInfo, query.TopCount, new Query
        {
            Table = query.EntityName,
            Columns = ExpressionParts.Columns(query.ColumnSet),
            AllColumns = query.ColumnSet?.AllColumns ?? false,
            Filter = new Group(IsOr: false, [.. conditions]),
            Orders = ExpressionParts.Orders(query.Orders),
        });
    }

    private static Query Paged(PagingInfo? page, int? top, Query query) => page is null
        ? query with { Top = Checked(top, page: null) }
        : query with
        {
            Top = Checked(top, page),
            PageNumber = Math.Max(1, page.PageNumber),
            PageSize = page.Count is > 0 and <= Query.MostRows ? page.Count : Query.MostRows,
            Cookie = page.PagingCookie,
            CountsAll = page.ReturnTotalRecordCount,
        };

    // "A query can contain either PageInfo or TopCount property values" (Learn, QueryExpression.TopCount).
    private static int? Checked(int? top, PagingInfo? page) =>
        top is not null && page is { Count: > 0 } or { PageNumber: > 1 } or { PagingCookie.Length: > 0 } or { ReturnTotalRecordCount: true }
            ? throw DataFaults.MalformedQuery("TopCount cannot be combined with PageInfo.")
            : top is null or (> 0 and <= Query.MostRows) ? top : throw DataFaults.MalformedQuery($"top takes a number from 1 to {Query.MostRows}, not {top}.");
}
