namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>How the engine goes about the same statements in two orgs.</summary>
internal static class StatementPlans
{
    private static readonly string[] Planned = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"];

    /// <summary>The plans of what an act sends to the database, beside a short history and beside a long one.</summary>
    public static Figure Compared(string what, Workplace few, Workplace many, Action<Workplace> act)
    {
        var (before, after) = (PlansOf(few, act), PlansOf(many, act));
        var differing = before.Keys.Union(after.Keys).Where(statement => before.GetValueOrDefault(statement, "not sent") != after.GetValueOrDefault(statement, "not sent")).ToList();
        return new Figure(
            what,
            few.Bed.Engine,
            differing.Count == 0 ? $"same, {before.Count} statements" : $"{differing.Count} of {before.Count} statements differ",
            "the same",
            differing.Count == 0)
        {
            Detail = string.Join('\n', differing.Select(statement =>
                $"  {statement}\n  beside {few.Interviews}:\n{before.GetValueOrDefault(statement, "not sent")}\n  beside {many.Interviews}:\n{after.GetValueOrDefault(statement, "not sent")}")),
        };
    }

    private static Dictionary<string, string> PlansOf(Workplace place, Action<Workplace> act)
    {
        using var connection = place.Bed.Connect();
        return place.StatementsOf(() => act(place))
            .Where(statement => Planned.Any(word => statement.StartsWith(word, StringComparison.Ordinal)))
            .ToDictionary(statement => statement, statement => string.Join('\n', place.Bed.Plan(connection, statement).Select(line => "    " + line)));
    }
}
