using CrmExtensions.Local.Queries.Conditions;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries;

/// <summary>Compares queries by all that makes their SQL, and not by the values they compare with.</summary>
internal sealed class QueryShape : IEqualityComparer<Query>
{
    public static QueryShape Comparer { get; } = new();

    public bool Equals(Query? x, Query? y) => x is not null && y is not null
        && Flags(x) == Flags(y)
        && Same(x.Columns, y.Columns) && Same(x.Orders, y.Orders) && Same(x.Filter, y.Filter) && Same(x.Links, y.Links);

    /// <summary>Whether its SQL is the same for every user: nothing in it depends on a time zone.</summary>
    public static bool IsEverybodys(Query query) =>
        !query.Columns.Concat(query.Links.SelectMany(AllColumns)).Any(column => column.Part is not null)
        && IsEverybodys(query.Filter) && query.Links.All(IsEverybodys);

    public int GetHashCode(Query obj)
    {
        var hash = default(HashCode);
        hash.Add(obj.Table);
        hash.Add(obj.Top.HasValue);
        Add(ref hash, obj.Columns);
        Add(ref hash, obj.Filter);
        foreach (var link in obj.Links)
        {
            hash.Add(link.Alias);
            Add(ref hash, link.Columns);
        }

        return hash.ToHashCode();
    }

    private static (string Table, bool All, bool Distinct, bool IsAggregate, bool HasTop, bool Raw, bool Formatted) Flags(Query query) =>
        (query.Table, query.AllColumns, query.Distinct, query.IsAggregate, query.Top.HasValue, query.RawOrder, query.Formatted);

    private static (string Table, string Alias, LinkKind Kind, bool All, string ParentColumn, string OwnColumn) Flags(Link link) =>
        (link.Table, link.Alias, link.Kind, link.AllColumns, link.ParentColumn, link.OwnColumn);

    private static IEnumerable<Selected> AllColumns(Link link) => link.Columns.Concat(link.Links.SelectMany(AllColumns));

    private static bool IsEverybodys(Link link) => IsEverybodys(link.Filter) && link.Links.All(IsEverybodys);

    private static bool IsEverybodys(Filter? filter) => filter switch
    {
        Condition condition => condition.Operator != ConditionOperator.InFiscalPeriod,
        Group group => group.Parts.All(IsEverybodys),
        LinkFilter related => IsEverybodys(related.Link),
        _ => true,
    };

    private static void Add(ref HashCode hash, IReadOnlyList<Selected> columns)
    {
        hash.Add(columns.Count);
        if (columns.Count > 0)
        {
            hash.Add(columns[0].Name);
        }
    }

    private static void Add(ref HashCode hash, Filter? filter)
    {
        switch (filter)
        {
            case Condition condition:
                hash.Add(condition.Column);
                hash.Add(condition.Operator);
                break;
            case LinkFilter related:
                hash.Add(related.Link.Table);
                Add(ref hash, related.Link.Filter);
                break;
            case Group group:
                hash.Add(group.Parts.Count);
                foreach (var part in group.Parts)
                {
                    Add(ref hash, part);
                }

                break;
        }
    }

    private static bool Same<T>(IReadOnlyList<T> left, IReadOnlyList<T> right)
        where T : IEquatable<T>
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (var i = 0; i < left.Count; i++)
        {
            if (!left[i].Equals(right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private static bool Same(Filter? left, Filter? right) => (left, right) switch
    {
        (null, null) => true,
        (Condition x, Condition y) => Same(x, y),
        (Group x, Group y) => x.IsOr == y.IsOr && x.Parts.Count == y.Parts.Count && x.Parts.Zip(y.Parts).All(pair => Same(pair.First, pair.Second)),
        (LinkFilter x, LinkFilter y) => Same(x.Link, y.Link),
        _ => false,
    };

    private static bool Same(Condition left, Condition right) =>
        (left.Column, left.LinkAlias, left.Operator, left.Values.Count, left.Other) == (right.Column, right.LinkAlias, right.Operator, right.Values.Count, right.Other)
        && PatternToSql.HasSets(left) == PatternToSql.HasSets(right);

    private static bool Same(IReadOnlyList<Link> left, IReadOnlyList<Link> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second));

    private static bool Same(Link left, Link right) =>
        Flags(left) == Flags(right)
        && Same(left.Columns, right.Columns) && Same(left.Orders, right.Orders) && Same(left.Filter, right.Filter) && Same(left.Links, right.Links);
}
