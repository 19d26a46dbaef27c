using System.Data.Common;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries;

/// <summary>Runs queries for one reader.</summary>
internal sealed class QueryRunner(ReadContext context, StoreSession session, StatementCache statements)
{
    public static Query TreeOf(QueryBase query) => query switch
    {
        QueryExpression expression => QueryExpressionReader.Read(expression),
        FetchExpression fetch => FetchXmlReader.Read(fetch.Query),
        QueryByAttribute byAttribute => QueryExpressionReader.Read(byAttribute),
        _ => throw new NotSupportedByLocalOrgException($"queries of type {query.GetType().Name}"),
    };

    public EntityCollection Run(Query query)
    {
        if (query.IsAggregate && Count(query, query.AggregateLimit) > query.AggregateLimit)
        {
            throw DataFaults.TooManyToAggregate();
        }

        var result = Rows(query);
        if (query.CountsAll)
        {
            CountAll(query, result);
        }

        return result;
    }

    /// <summary>One row by id; empty where there is none in reach.</summary>
    public Entity? Find(string table, Guid id, ColumnSet columns, bool formatted = false)
    {
        var key = context.Catalog.Tables.TryGetValue(table, out var known) ? known.PrimaryKey.Name : throw DataFaults.UnknownTable(table);
        return Run(new Query
        {
            Table = table,
            AllColumns = columns.AllColumns,
            Columns = [.. columns.Columns.Select(column => new Selected(column))],
            Filter = new Condition(null, key, ConditionOperator.Equal, [id]),
            Top = 1,
            Formatted = formatted,
        }).Entities.FirstOrDefault();
    }

    private EntityCollection Rows(Query query)
    {
        var statement = statements.For(query, context);
        var reader = new RowReader(query, statement, context);
        var limit = query.Top ?? query.PageSize;
        var seen = 0;
        var rows = Read(statement.Sql, data =>
        {
            // The one past the page only tells that there is more; the cookie is made of the last one on it.
            if (++seen == limit)
            {
                reader.Remember(data);
            }

            return seen <= limit ? reader.Read(data) : null;
        });

        // Of groups there is no next page (platform-facts.md 0 fact 8).
        var result = new EntityCollection([.. rows.OfType<Entity>()]) { EntityName = query.Table, MoreRecords = query.Top is null && seen > limit && !query.IsAggregate };
        if (result.MoreRecords)
        {
            result.PagingCookie = PagingCookie.Write(query.PageNumber, reader.Last);
        }

        return result;
    }

    private List<T> Read<T>(Sql sql, Func<DbDataReader, T> read)
    {
        try
        {
            return session.Query(sql, read);
        }
        catch (DbException failure) when (session.Dialect.IsOverflow(failure))
        {
            throw TooLarge();
        }
        catch (OverflowException)
        {
            throw TooLarge();
        }
    }

    private static Exception TooLarge() => DataFaults.MalformedQuery("a sum is larger than a number can be.");

    private void CountAll(Query query, EntityCollection result)
    {
        var count = Count(query, Query.MostRows);
        result.TotalRecordCountLimitExceeded = count > Query.MostRows;
        result.TotalRecordCount = result.TotalRecordCountLimitExceeded ? Query.MostRows : (int)count;
    }

    private long Count(Query query, int most) =>
        session.Query(new QueryToSql(context).BuildCount(query, most), data => data.GetInt64(0))[0];
}
