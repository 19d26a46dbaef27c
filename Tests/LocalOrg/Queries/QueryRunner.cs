using System.ServiceModel;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries;

/// <summary>Runs queries for one reader.</summary>
internal sealed class QueryRunner(Catalog catalog, StoreSession session, IReadScope scope, int language, StatementCache statements)
{
    /// <summary>The platform refuses to aggregate more rows than these.</summary>
    public const int MostAggregated = 50_000;

    public static Query TreeOf(QueryBase query) => query switch
    {
        QueryExpression expression => QueryExpressionReader.Read(expression),
        FetchExpression fetch => FetchXmlReader.Read(fetch.Query),
        QueryByAttribute byAttribute => QueryExpressionReader.Read(byAttribute),
        _ => throw new NotSupportedByLocalOrgException($"queries of type {query.GetType().Name}"),
    };

    public EntityCollection Run(Query query)
    {
        if (query.IsAggregate)
        {
            RefuseTooMany(query);
        }

        var statement = statements.For(query, catalog, session.Dialect, scope);
        var reader = new RowReader(query.Table, statement, session.Dialect, language);
        var limit = query.Top ?? query.PageSize;
        var seen = 0;
        var rows = session.Query(statement.Sql, data =>
        {
            // The one past the page only tells that there is more; the cookie is made of the last one on it.
            if (++seen == limit)
            {
                reader.Remember(data);
            }

            return seen <= limit ? reader.Read(data) : null;
        });
        var result = new EntityCollection([.. rows.OfType<Entity>()]) { EntityName = query.Table, MoreRecords = query.Top is null && seen > limit };
        if (result.MoreRecords)
        {
            result.PagingCookie = PagingCookie.Write(query.PageNumber, reader.Last);
        }

        if (query.CountsAll)
        {
            CountAll(query, result);
        }

        return result;
    }

    /// <summary>One row by id; empty where there is none in reach.</summary>
    public Entity? Find(string table, Guid id, ColumnSet columns)
    {
        var key = catalog.Tables.TryGetValue(table, out var known) ? known.PrimaryKey.Name : throw DataFaults.UnknownTable(table);
        return Run(new Query
        {
            Table = table,
            AllColumns = columns.AllColumns,
            Columns = [.. columns.Columns.Select(column => new Selected(column))],
            Filter = new Condition(null, key, ConditionOperator.Equal, [id]),
            Top = 1,
        }).Entities.FirstOrDefault();
    }

    private void RefuseTooMany(Query query)
    {
        if (Count(query, MostAggregated) > MostAggregated)
        {
            throw TooManyToAggregate();
        }
    }

    private void CountAll(Query query, EntityCollection result)
    {
        var count = Count(query, Query.MostRows);
        result.TotalRecordCountLimitExceeded = count > Query.MostRows;
        result.TotalRecordCount = result.TotalRecordCountLimitExceeded ? -1 : (int)count;
    }

    private long Count(Query query, int? most) =>
        session.Query(new QueryToSql(catalog, session.Dialect, scope).BuildCount(query, most), data => data.GetInt64(0))[0];

    private static FaultException<OrganizationServiceFault> TooManyToAggregate() => Fault.Of(
        -2147164125,
        "The maximum record limit is exceeded. Reduce the number of records.");
}
