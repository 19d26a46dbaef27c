using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Interviews;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>The part of the sweep that sets and clears what only time changes: due, overdue, stale (product.md 6, B10).</summary>
internal static class FlagSweep
{
    public static SweepPage Late(PluginRun run, string cursor)
    {
        var policy = PolicyRow.Read(run.Org);
        var today = BusinessDate.Of(run.Now, policy.Zone());
        var query = RowSweep.Page(
            Interview.Table,
            Interview.Id,
            cursor,
            Interview.StatusCode,
            Interview.IsCurrent,
            Interview.DueOn,
            Interview.IsDue,
            Interview.IsOverdue,
            Interview.IsStale);
        var differs = query.Criteria.AddFilter(LogicalOperator.Or);
        Differs(differs, Interview.IsDue, Lateness.Due, today);
        Differs(differs, Interview.IsOverdue, Lateness.Open, Lateness.OverdueIfDueBefore(today, policy));
        Differs(differs, Interview.IsStale, Lateness.Open, Lateness.StaleIfDueBefore(today, policy));
        return RowSweep.Repair(run, query, row => Write(run, row, LatenessOf(row, today, policy)));
    }

    // Only rows to change are read: those that should have the flag and have not, and the other way about.
    private static void Differs(FilterExpression filter, string flag, IReadOnlyList<InterviewStatus> statuses, DateTime before)
    {
        var wanting = filter.AddFilter(LogicalOperator.And);
        wanting.AddCondition(Interview.IsCurrent, ConditionOperator.Equal, true);
        wanting.AddCondition(Interview.StatusCode, ConditionOperator.In, Stored(statuses));
        wanting.AddCondition(Interview.DueOn, ConditionOperator.LessThan, before);
        var unset = wanting.AddFilter(LogicalOperator.Or);
        unset.AddCondition(flag, ConditionOperator.Equal, false);
        unset.AddCondition(flag, ConditionOperator.Null);

        var undue = filter.AddFilter(LogicalOperator.And);
        undue.AddCondition(flag, ConditionOperator.Equal, true);
        var reasons = undue.AddFilter(LogicalOperator.Or);
        reasons.AddCondition(Interview.IsCurrent, ConditionOperator.Equal, false);
        reasons.AddCondition(Interview.StatusCode, ConditionOperator.In, Stored(InterviewStatuses.All.Except(statuses)));
        reasons.AddCondition(Interview.DueOn, ConditionOperator.GreaterEqual, before);
    }

    private static object[] Stored(IEnumerable<InterviewStatus> statuses) => statuses.Select(status => (object)InterviewStatuses.Stored(status)).ToArray();

    private static Lateness LatenessOf(Entity row, DateTime today, Policy policy) => Lateness.Of(
        InterviewStatuses.FromStored(row.GetAttributeValue<OptionSetValue>(Interview.StatusCode)!.Value) ?? InterviewStatus.NotStarted,
        row.GetAttributeValue<bool>(Interview.IsCurrent),
        row.GetAttributeValue<DateTime>(Interview.DueOn),
        today,
        policy);

    private static bool Write(PluginRun run, Entity row, Lateness lateness)
    {
        var change = new Entity(Interview.Table, row.Id);
        Set(change, row, Interview.IsDue, lateness.IsDue);
        Set(change, row, Interview.IsOverdue, lateness.IsOverdue);
        Set(change, row, Interview.IsStale, lateness.IsStale);
        if (change.Attributes.Count == 0)
        {
            return false;
        }

        run.Org.Update(change.ByServer());
        return true;
    }

    private static void Set(Entity change, Entity row, string flag, bool value)
    {
        if (row.GetAttributeValue<bool>(flag) != value)
        {
            change[flag] = value;
        }
    }
}
