namespace CrmExtensions.Local.Queries;

/// <summary>Compares queries by all that makes their SQL, and not by the values they compare with.</summary>
internal sealed class QueryShape : IEqualityComparer<Query>
{
    public static QueryShape Comparer { get; } = new();

    public bool Equals(Query? x, Query? y) => x is not null && y is not null
        && Flags(x) == Flags(y)
        && Same(x.Columns, y.Columns) && Same(x.Orders, y.Orders) && Same(x.Filter, y.Filter) && Same(x.Links, y.Links);

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

    private static (string Table, bool All, bool Distinct, bool IsAggregate, bool HasTop) Flags(Query query) =>
        (query.Table, query.AllColumns, query.Distinct, query.IsAggregate, query.Top.HasValue);

    private static (string Table, string Alias, bool IsOuter, bool All, string ParentColumn, string OwnColumn) Flags(Link link) =>
        (link.Table, link.Alias, link.IsOuter, link.AllColumns, link.ParentColumn, link.OwnColumn);

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
        (Condition x, Condition y) => x.Column == y.Column && x.LinkAlias == y.LinkAlias && x.Operator == y.Operator && x.Values.Count == y.Values.Count,
        (Group x, Group y) => x.IsOr == y.IsOr && x.Parts.Count == y.Parts.Count && x.Parts.Zip(y.Parts).All(pair => Same(pair.First, pair.Second)),
        _ => false,
    };

    private static bool Same(IReadOnlyList<Link> left, IReadOnlyList<Link> right) =>
        left.Count == right.Count && left.Zip(right).All(pair => Same(pair.First, pair.Second));

    private static bool Same(Link left, Link right) =>
        Flags(left) == Flags(right)
        && Same(left.Columns, right.Columns) && Same(left.Orders, right.Orders) && Same(left.Filter, right.Filter) && Same(left.Links, right.Links);
}
