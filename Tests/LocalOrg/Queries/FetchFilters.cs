using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Queries.Conditions;

namespace CrmExtensions.Local.Queries;

/// <summary>What stands in the filter elements of FetchXML.</summary>
internal sealed class FetchFilters(QueryLimits limits)
{
    public Filter GroupOf(FetchElement filter, Func<FetchElement, bool, Link> readLink) => limits.Deeper<Filter>(() => new Group(
        filter.Text("type") switch
        {
            null or "and" => false,
            "or" => true,
            var other => throw DataFaults.MalformedQuery($"a filter is of type and, or or, not '{other}'."),
        },
        [
            .. filter.Children("condition").Select(ConditionOf),
            .. filter.Children("filter").Select(inner => GroupOf(inner, readLink)),
            .. filter.Children("link-entity").Select(link => new LinkFilter(readLink(link, true))),
        ]));

    private Filter ConditionOf(FetchElement condition)
    {
        limits.CountCondition();
        var values = condition.Children("value").Select(value => (object)value.Content).ToList();
        if (condition.Text("value") is { } single)
        {
            values.Insert(0, single);
        }

        return new Condition(
            condition.Text("entityname") is { Length: > 0 } alias ? alias : null,
            condition.Required("attribute"),
            ConditionOperators.FromFetch(condition.Required("operator")),
            values,
            condition.Text("valueof") is { } other ? Other(other, values.Count) : null);
    }

    // A column of the same table, or of a link by its alias.
    private static ColumnRef Other(string name, int values)
    {
        if (values > 0)
        {
            throw DataFaults.MalformedQuery("a condition has a value or a valueof, not both.");
        }

        var dot = name.LastIndexOf('.');
        return dot < 0 ? new ColumnRef(null, name) : new ColumnRef(name[..dot], name[(dot + 1)..]);
    }
}
