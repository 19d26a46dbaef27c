using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Interviews;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Reminders;

/// <summary>Reads the interviews that reminders are about: those near or past their due date, and those somebody was reminded of lately.</summary>
internal static class OpenReminders
{
    // Wherever a person's day began, it was not longer ago.
    private static readonly TimeSpan Lately = TimeSpan.FromDays(2);

    /// <summary>At most three service calls, and one more for each 5,000 interviews.</summary>
    public static IReadOnlyList<DueInterview> Read(PluginRun run, Policy policy, DateTime today)
    {
        var zone = policy.Zone();
        var chains = ReminderChains.Read(run.Org, policy, today);
        return [.. run.Org.ReadAll(Interviews(run.Now, today)).Select(row => DueInterviewOf(row, chains.Of(row), zone))];
    }

    private static QueryExpression Interviews(DateTime now, DateTime today)
    {
        var query = new QueryExpression(Interview.Table)
        {
            ColumnSet = new ColumnSet(
                Interview.Name,
                Interview.DueOn,
                Interview.IsCurrent,
                Interview.StateCode,
                Interview.StatusCode,
                Interview.LastReminderOn,
                Interview.ReminderCount,
                Interview.OwningUser,
                Interview.OwningBusinessUnit),
        };
        query.Criteria.AddCondition(Interview.DueOn, ConditionOperator.LessEqual, today.AddDays(ReminderMarks.DaysAhead));
        var either = query.Criteria.AddFilter(LogicalOperator.Or);
        var open = either.AddFilter(LogicalOperator.And);
        open.AddCondition(Interview.StateCode, ConditionOperator.Equal, Interview.StateCodeOption.Active);
        open.AddCondition(Interview.IsCurrent, ConditionOperator.Equal, true);
        either.AddCondition(Interview.LastReminderOn, ConditionOperator.GreaterThan, now - Lately);
        ReminderChains.LinkOwner(query);
        query.AddOrder(Interview.Id, OrderType.Ascending);
        return query;
    }

    private static DueInterview DueInterviewOf(Entity row, ReminderChain chain, TimeZoneInfo zone)
    {
        var last = row.GetAttributeValue<DateTime?>(Interview.LastReminderOn);
        var status = InterviewStatuses.FromStored(row.GetAttributeValue<OptionSetValue>(Interview.StatusCode)?.Value ?? 0);
        return new DueInterview(row.Id, row.GetAttributeValue<string>(Interview.Name) ?? "", row.GetAttributeValue<DateTime>(Interview.DueOn), chain)
        {
            IsOpen = row.GetAttributeValue<bool>(Interview.IsCurrent) && status is { } known && InterviewStatuses.IsActive(known),
            IsSubmitted = status == InterviewStatus.Submitted,
            LastReminder = last is null ? null : BusinessDate.Of(last.Value, zone),
            RemindedAt = last,
            Reminders = row.GetAttributeValue<int>(Interview.ReminderCount),
        };
    }
}
