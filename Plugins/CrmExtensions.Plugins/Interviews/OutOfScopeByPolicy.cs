using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Interviews;

/// <summary>Puts an interview that nobody has begun out of scope where the clean-up policy says so (product.md 13), with the reason in both languages.</summary>
internal static class OutOfScopeByPolicy
{
    private const string CloseAlias = "close";

    public static void Apply(PluginRun run, Guid interviewId)
    {
        var interview = run.Org.Retrieve(Interview.Table, interviewId, new ColumnSet(
            Interview.VersionNumber,
            Interview.StatusCode,
            Interview.OpportunityId,
            Interview.Outcome,
            Interview.ClosedOn,
            Interview.DealAgeDays,
            Interview.BaseValue,
            Interview.ExactBaseValue));
        if (interview.GetAttributeValue<OptionSetValue>(Interview.StatusCode)?.Value != InterviewStatuses.Stored(InterviewStatus.NotStarted))
        {
            return;
        }

        var policy = PolicyRow.Read(run.Org);
        var reason = CleanUp.Judge(
            DealOf(interview),
            policy,
            interview.GetAttributeValue<DateTime>(Interview.ClosedOn),
            date => WasActiveSince(run.Org, interview, BusinessDate.Begin(date, policy.Zone())));
        if (reason is not null)
        {
            run.Org.Execute(Move(interview, reason));
        }
    }

    private static ClosedDeal DealOf(Entity interview) => new(
        (Outcome)(Choices.Offset(interview.GetAttributeValue<OptionSetValue>(Interview.Outcome)) ?? 0),
        interview.GetAttributeValue<int>(Interview.DealAgeDays),
        interview.Contains(Interview.BaseValue) ? BaseValue.Read(interview) : null);

    // By the row's version: whoever has begun it meanwhile keeps it.
    private static UpdateRequest Move(Entity interview, Sentence reason) => new()
    {
        ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
        Target = new Entity(Interview.Table, interview.Id)
        {
            RowVersion = interview.RowVersion,
            [Interview.OutOfScopeReason] = reason.In(Language.Japanese) + " / " + reason.In(Language.English),
            [Interview.StateCode] = new OptionSetValue(Interview.StateCodeOption.Inactive),
            [Interview.StatusCode] = new OptionSetValue(InterviewStatuses.Stored(InterviewStatus.OutOfScope)),
        }.ByPolicy(),
    };

    private static bool WasActiveSince(IOrganizationService org, Entity interview, DateTime since)
    {
        if (interview.GetAttributeValue<EntityReference>(Interview.OpportunityId) is not { } opportunity)
        {
            return false;
        }

        var query = new QueryExpression(ActivityPointer.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(ActivityPointer.RegardingObjectId, ConditionOperator.Equal, opportunity.Id);
        query.Criteria.AddCondition(ActivityPointer.StateCode, ConditionOperator.NotEqual, ActivityPointer.StateCodeOption.Canceled);
        LeaveOutCloses(query);
        TookPlaceSince(query.Criteria.AddFilter(LogicalOperator.Or), since);
        return org.RetrieveMultiple(query).Entities.Count > 0;
    }

    // A close is an activity to the platform.
    private static void LeaveOutCloses(QueryExpression query)
    {
        query.AddLink(OpportunityClose.Table, ActivityPointer.Id, OpportunityClose.Id, JoinOperator.LeftOuter).EntityAlias = CloseAlias;
        query.Criteria.AddCondition(CloseAlias, OpportunityClose.Id, ConditionOperator.Null);
    }

    // When it ended, else when it is to end, else when somebody noted it: imported history is not activity.
    private static void TookPlaceSince(FilterExpression either, DateTime since)
    {
        string[] dates = [ActivityPointer.ActualEnd, ActivityPointer.ScheduledEnd, ActivityPointer.CreatedOn];
        for (var place = 0; place < dates.Length; place++)
        {
            var all = either.AddFilter(LogicalOperator.And);
            all.AddCondition(dates[place], ConditionOperator.GreaterEqual, since);
            foreach (var better in dates.Take(place))
            {
                all.AddCondition(better, ConditionOperator.Null);
            }
        }
    }
}
