using CrmExtensions.Calendar;
using CrmExtensions.Folding;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>The stored rows of a period: read, compared, and written where they differ.</summary>
internal static class RollupRows
{
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
        var began = run.Now;
        var written = 0;
        var currency = BaseCurrency.Read(run.Org);
        var wanted = figures.Concat(Emptied(figures, period, stored, policy)).Select(slice => RollupRow.Of(slice, period, currency));
        foreach (var change in Changes(wanted, stored))
        {
            if (!Fold.MayWrite(written, run.Now - began))
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

    // Rows that no longer have a source go to zero, never stale.
    private static IEnumerable<Figures> Emptied(IReadOnlyList<Figures> figures, Period period, Dictionary<string, Entity> stored, Policy policy)
    {
        var alive = new HashSet<string>(figures.Select(slice => slice.Slice.RowKey(period)), StringComparer.OrdinalIgnoreCase);
        var empty = new TallyBook();
        foreach (var row in stored.Where(row => !alive.Contains(row.Key)))
        {
            empty.Add(RollupRow.NamedOf(row.Value), Tally.Zero);
        }

        return PeriodFigures.Of(empty, policy);
    }

    private static IEnumerable<Entity> Changes(IEnumerable<Entity> wanted, Dictionary<string, Entity> stored)
    {
        foreach (var row in wanted)
        {
            // A new row differs from an empty one: what it leaves empty, most of its columns, is not sent.
            if (Difference(stored.TryGetValue((string)row[Rollup.RollupKey], out var old) ? old : new Entity(Rollup.Table), row) is { } difference)
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
            // Taking an empty text and no value for different would write the row at every fold, and a fold that spends its
            // writes on rows that never settle would never reach the others.
            if (!ColumnValues.Same(stored.Contains(column.Key) ? stored[column.Key] : null, column.Value))
            {
                difference[column.Key] = column.Value;
            }
        }

        return difference.Attributes.Count == 0 ? null : difference;
    }
}
