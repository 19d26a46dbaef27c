using CrmExtensions.Local.Faults;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Queries;

/// <summary>Link types by name: those that join, those that only ask whether related rows are there, and those that stand inside filters.</summary>
internal static class LinkKinds
{
    private static readonly Dictionary<string, JoinOperator> ByName = new(StringComparer.Ordinal)
    {
        ["inner"] = JoinOperator.Inner,
        ["outer"] = JoinOperator.LeftOuter,
        ["matchfirstrowusingcrossapply"] = JoinOperator.MatchFirstRowUsingCrossApply,
        ["in"] = JoinOperator.In,
        ["exists"] = JoinOperator.Exists,
        ["any"] = JoinOperator.Any,
        ["not any"] = JoinOperator.NotAny,
        ["all"] = JoinOperator.All,
        ["not all"] = JoinOperator.NotAll,
    };

    // "not all" is documented to be the same as "any".
    private static readonly Dictionary<JoinOperator, LinkKind> InFilters = new()
    {
        [JoinOperator.Any] = LinkKind.Any,
        [JoinOperator.NotAny] = LinkKind.NotAny,
        [JoinOperator.All] = LinkKind.All,
        [JoinOperator.NotAll] = LinkKind.Any,
    };

    private static readonly Dictionary<JoinOperator, LinkKind> InTables = new()
    {
        [JoinOperator.Inner] = LinkKind.Inner,
        [JoinOperator.LeftOuter] = LinkKind.Outer,
        [JoinOperator.MatchFirstRowUsingCrossApply] = LinkKind.FirstRow,
        [JoinOperator.In] = LinkKind.Any,
        [JoinOperator.Exists] = LinkKind.Any,
    };

    public static JoinOperator Named(string? name) =>
        ByName.TryGetValue(name ?? "inner", out var known) ? known : throw new NotSupportedByLocalOrgException($"the link-type '{name}'");

    public static LinkKind Of(JoinOperator join, bool inFilter)
    {
        if ((inFilter ? InFilters : InTables).TryGetValue(join, out var kind))
        {
            return kind;
        }

        throw (inFilter ? InTables : InFilters).ContainsKey(join)
            ? DataFaults.MalformedQuery(inFilter ? $"a link of type {join} cannot stand in a filter." : $"a link of type {join} must stand in a filter.")
            : new NotSupportedByLocalOrgException($"the join operator {join}");
    }

    /// <summary>Puts links that only ask where they belong: among the conditions.</summary>
    public static (IReadOnlyList<Link> Links, Filter? Filter) Split(IReadOnlyList<Link> links, Filter? filter)
    {
        var asking = links.Where(link => link.Kind == LinkKind.Any).ToList();
        if (asking.Count == 0)
        {
            return (links, filter);
        }

        var silent = asking.Find(link => link.Columns.Count > 0 || link.AllColumns || link.Orders.Count > 0);
        return silent is null
            ? (links.Except(asking).ToList(), new Group(IsOr: false, [.. filter is null ? [] : new[] { filter }, .. asking.Select(link => new LinkFilter(link))]))
            : throw DataFaults.MalformedQuery($"the link '{silent.Alias}' only asks whether there are rows; it has no columns to return or to sort by.");
    }
}
