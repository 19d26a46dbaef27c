using System.Xml;
using CrmExtensions.Local.Faults;

namespace CrmExtensions.Local.Queries;

/// <summary>FetchXML as a query tree.</summary>
internal static class FetchXmlReader
{
    /// <summary>The table a query is about, read no further than that; empty where there is none to be found.</summary>
    public static string? TableOf(string? text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text ?? ""), Settings);
            return reader.ReadToFollowing("entity") ? reader.GetAttribute("name") : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static Query Read(string? text)
    {
        var fetch = FetchElement.Parse(text);
        var entity = fetch.Child("entity");
        var limits = new QueryLimits();
        var names = new LinkNames();
        var isAggregate = fetch.Is("aggregate");
        var tables = new FetchTables(names, new FetchFilters(limits), limits, isAggregate);
        var size = fetch.Number("count");
        var (links, filter) = LinkKinds.Split(tables.Links(entity), tables.FilterOf(entity));
        return new Query
        {
            Table = entity.Required("name"),
            Columns = FetchTables.Columns(entity),
            AllColumns = entity.Has("all-attributes"),
            Filter = filter,
            Links = links,
            Orders = isAggregate ? FetchTables.AggregateOrders(entity) : FetchTables.Orders(entity),
            Distinct = fetch.Is("distinct"),
            RawOrder = fetch.Is("useraworderby"),
            IsAggregate = isAggregate,
            AggregateLimit = LimitOf(fetch),
            Top = TopOf(fetch),
            PageNumber = PageOf(fetch, isAggregate),
            PageSize = size is > 0 and <= Query.MostRows ? size.Value : Query.MostRows,
            Cookie = fetch.Text("paging-cookie"),
            CountsAll = fetch.Is("returntotalrecordcount"),
        };
    }

    private static XmlReaderSettings Settings { get; } = new() { DtdProcessing = DtdProcessing.Prohibit };

    // "You can't use top with page, count or returntotalrecordcount" (Learn, fetchxml/page-results and fetch element).
    private static int? TopOf(FetchElement fetch)
    {
        var top = fetch.Number("top");
        if (top is not null && (fetch.Text("page") is not null || fetch.Text("count") is not null || fetch.Is("returntotalrecordcount")))
        {
            throw DataFaults.MalformedQuery("top cannot be combined with count, page or returntotalrecordcount.");
        }

        return top is null or (> 0 and <= Query.MostRows) ? top : throw DataFaults.MalformedQuery($"top takes a number from 1 to {Query.MostRows}, not {top}.");
    }

    private static int PageOf(FetchElement fetch, bool isAggregate)
    {
        var page = Math.Max(1, fetch.Number("page") ?? 1);
        return page == 1 || !isAggregate ? page : throw new NotSupportedByLocalOrgException("a second page of an aggregate query");
    }

    // It may only be lowered (Learn, fetchxml/aggregate-data, per query limit).
    private static int LimitOf(FetchElement fetch) => fetch.Number("aggregatelimit") switch
    {
        null => Query.MostAggregated,
        { } limit and > 0 and <= Query.MostAggregated => limit,
        var limit => throw DataFaults.MalformedQuery($"aggregatelimit takes a number from 1 to {Query.MostAggregated}, not {limit}."),
    };
}
