using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>The stored rows of a period: read, compared, and written where they differ.</summary>
internal static class RollupRows
{
    // A fold holds the period's lock and must end far inside the two-minute limit. Every row is right by itself, so
    // stopping half-way loses nothing.
    private const int MostWrites = 500;
    private static readonly TimeSpan LongestWriting = TimeSpan.FromSeconds(10);

    /// <summary>The stored rows by their key.</summary>
    public static Dictionary<string, Entity> Read(IOrganizationService org, Period period)
    {
        var query = new QueryExpression(Rollup.Table) { ColumnSet = new ColumnSet(true) };
        query.Criteria.AddCondition(Rollup.PeriodKey, ConditionOperator.Equal, period.Key);
        query.AddOrder(Rollup.Id, OrderType.Ascending);
        return org.ReadAll(query).ToDictionary(row => row.GetAttributeValue<string>(Rollup.RollupKey)!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Writes what differs, within bounds; true when something is left.</summary>
    public static bool Write(PluginRun run, Period period, IReadOnlyList<Figures> figures, Dictionary<string, Entity> stored, Policy policy)
    {
        var until = run.Now + LongestWriting;
        var written = 0;
        foreach (var change in Changes(period, figures, stored, policy))
        {
            if (written == MostWrites || run.Now > until)
            {
                return true;
            }

            if (change.Id == Guid.Empty)
            {
                run.Org.Create(change);
            }
            else
            {
                run.Org.Update(change);
            }

            written++;
        }

        return false;
    }

    private static IEnumerable<Entity> Changes(Period period, IReadOnlyList<Figures> figures, Dictionary<string, Entity> stored, Policy policy)
    {
        var gone = new Dictionary<string, Entity>(stored, StringComparer.OrdinalIgnoreCase);
        foreach (var wanted in figures.Select(slice => RollupRow.Of(slice, period)))
        {
            var key = (string)wanted[Rollup.RollupKey];
            if (!stored.TryGetValue(key, out var row))
            {
                yield return wanted;
            }
            else if (Difference(row, wanted) is { } difference)
            {
                yield return difference;
            }

            gone.Remove(key);
        }

        // Rows that no longer have a source go to zero, never stale.
        foreach (var row in gone.Values)
        {
            var slice = RollupRow.SliceOf(row);
            var empty = Measures.Of(slice, RollupRow.LabelOf(slice, row), Tally.Zero, default, policy);
            if (Difference(row, RollupRow.Of(empty, period)) is { } difference)
            {
                yield return difference;
            }
        }
    }

    private static Entity? Difference(Entity stored, Entity wanted)
    {
        var difference = new Entity(stored.LogicalName, stored.Id);
        foreach (var column in wanted.Attributes)
        {
            if (!Same(stored.Contains(column.Key) ? stored[column.Key] : null, column.Value))
            {
                difference[column.Key] = column.Value;
            }
        }

        return difference.Attributes.Count == 0 ? null : difference;
    }

    // The platform keeps an empty text as no value. Taking the two for different would write the row at every fold, and a
    // fold that spends its writes on rows that never settle would never reach the others.
    private static bool Same(object? left, object? right) =>
        left is OptionSetValue one && right is OptionSetValue other
            ? one.Value == other.Value
            : Equals(left is "" ? null : left, right is "" ? null : right);
}
