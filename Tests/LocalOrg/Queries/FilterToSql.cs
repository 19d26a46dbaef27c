using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Queries.Conditions;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>Conditions as SQL. Names come from metadata and values are parameters, so no text of a caller becomes SQL.</summary>
internal sealed class FilterToSql(Sql sql, ReadContext context, LinksToSql links)
{
    private static readonly IReadOnlyList<Func<Comparand, bool>> Writers =
        [ComparisonToSql.Write, PatternToSql.Write, DateToSql.Write, UserToSql.Write, HierarchyToSql.Write, ChoicesToSql.Write];

    public void Write(Filter filter, TableUse own)
    {
        switch (filter)
        {
            case Condition condition:
                Write(condition, own);
                break;
            case LinkFilter related:
                links.WriteRelated(related.Link, own);
                break;
            case SharedRows shared:
                SharedRowsToSql.Write(sql, context.Dialect, shared, own);
                break;
            case Group { Parts.Count: 0 }:
                sql.Add("1=1");
                break;
            case Group group:
                sql.Add("(").Join(group.IsOr ? " OR " : " AND ", group.Parts, part => Write(part, own)).Add(")");
                break;
        }
    }

    private void Write(Condition condition, TableUse own)
    {
        var use = UseOf(condition.LinkAlias, own);
        var column = use.Column(condition.Column);
        var comparand = new Comparand(sql, context, use, column, condition);
        if (condition.Other is { } other)
        {
            var otherUse = UseOf(other.LinkAlias, own);
            ComparisonToSql.WriteColumns(comparand, otherUse, otherUse.Column(other.Column));
        }
        else if (!Writers.Any(write => write(comparand)))
        {
            throw new NotSupportedByLocalOrgException($"the condition operator {condition.Operator}");
        }
    }

    private TableUse UseOf(string? alias, TableUse own) => alias is null ? own : links.Joined(alias);
}
