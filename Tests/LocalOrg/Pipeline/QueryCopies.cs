using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Copies of queries, for steps of RetrieveMultiple to change.</summary>
internal static class QueryCopies
{
    public static QueryBase Of(QueryBase query) => query switch
    {
        QueryExpression expression => Of(expression),
        QueryByAttribute byAttribute => Of(byAttribute),
        FetchExpression fetch => new FetchExpression(fetch.Query),
        _ => query,
    };

    private static QueryExpression Of(QueryExpression query)
    {
        var copy = new QueryExpression(query.EntityName)
        {
            Distinct = query.Distinct,
            NoLock = query.NoLock,
            TopCount = query.TopCount,
            PageInfo = Of(query.PageInfo)!,
            Criteria = Of(query.Criteria),
            ColumnSet = Of(query.ColumnSet)!,
            SubQueryExpression = query.SubQueryExpression is { } inner ? Of(inner) : null,
            QueryHints = query.QueryHints,
            ForceSeek = query.ForceSeek,
            DataSource = query.DataSource,
        };
        copy.LinkEntities.AddRange(query.LinkEntities.Select(Of));
        copy.Orders.AddRange(query.Orders.Select(Of));
        return copy;
    }

    private static QueryByAttribute Of(QueryByAttribute query)
    {
        var copy = new QueryByAttribute(query.EntityName) { TopCount = query.TopCount, PageInfo = Of(query.PageInfo), ColumnSet = Of(query.ColumnSet) };
        copy.Attributes.AddRange(query.Attributes);
        copy.Values.AddRange(query.Values.Select(value => Copies.Of(value)!));
        copy.Orders.AddRange(query.Orders.Select(Of));
        return copy;
    }

    private static LinkEntity Of(LinkEntity link)
    {
        var copy = new LinkEntity(link.LinkFromEntityName, link.LinkToEntityName, link.LinkFromAttributeName, link.LinkToAttributeName, link.JoinOperator)
        {
            LinkCriteria = Of(link.LinkCriteria),
            Columns = Of(link.Columns)!,
            EntityAlias = link.EntityAlias,
            ForceSeek = link.ForceSeek,
        };
        copy.LinkEntities.AddRange(link.LinkEntities.Select(Of));
        copy.Orders.AddRange(link.Orders.Select(Of));
        return copy;
    }

    private static FilterExpression Of(FilterExpression filter)
    {
        if (filter is null)
        {
            return null!;
        }

        var copy = new FilterExpression(filter.FilterOperator)
        {
            FilterHint = filter.FilterHint,
            IsQuickFindFilter = filter.IsQuickFindFilter,
            AnyAllFilterLinkEntity = filter.AnyAllFilterLinkEntity is { } link ? Of(link) : null,
        };
        copy.Conditions.AddRange(filter.Conditions.Select(Of));
        copy.Filters.AddRange(filter.Filters.Select(Of));
        return copy;
    }

    private static ConditionExpression Of(ConditionExpression condition)
    {
        var copy = new ConditionExpression(condition.EntityName, condition.AttributeName, condition.Operator) { CompareColumns = condition.CompareColumns };
        copy.Values.AddRange(condition.Values.Select(value => Copies.Of(value)!));
        return copy;
    }

    private static OrderExpression Of(OrderExpression order) => new(order.AttributeName, order.OrderType, order.Alias, order.EntityName);

    private static ColumnSet? Of(ColumnSet? columns) => (ColumnSet?)Copies.Of(columns);

    private static PagingInfo? Of(PagingInfo? page) => page is null ? null : new PagingInfo
    {
        PageNumber = page.PageNumber,
        Count = page.Count,
        ReturnTotalRecordCount = page.ReturnTotalRecordCount,
        PagingCookie = page.PagingCookie,
    };
}
