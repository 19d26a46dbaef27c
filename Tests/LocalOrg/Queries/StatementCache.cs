using System.Collections.Concurrent;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>
/// Statements of queries that were asked before with other values. Plug-ins ask the same few queries at every close;
/// writing their SQL anew cost more than running it. For readers who may see everything, because what others may see
/// becomes part of the SQL, and for first pages, because a cookie does too.
/// </summary>
internal sealed class StatementCache
{
    private const int Most = 1000;
    private readonly ConcurrentDictionary<Query, SelectStatement> statements = new(QueryShape.Comparer);

    public SelectStatement For(Query query, ReadContext context)
    {
        if (!context.Scope.SeesEverything || query.PageNumber > 1 || !QueryShape.IsEverybodys(query))
        {
            return new QueryToSql(context).Build(query);
        }

        if (statements.TryGetValue(query, out var known))
        {
            return known with { Sql = new QueryToSql(context, known.Sql.Text).Fill(query) };
        }

        var built = new QueryToSql(context).Build(query);
        if (statements.Count < Most)
        {
            statements[query] = built with { Sql = new Sql(built.Sql.Text) };
        }

        return built;
    }

    /// <summary>Columns have changed.</summary>
    public void Clear() => statements.Clear();
}
