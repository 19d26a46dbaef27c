using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Interviews;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using CrmExtensions.Waivers;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>The part of the sweep that ends waivers nobody decided in time, and those that a hearing has outrun (product.md 5.4, wl_waiver).</summary>
internal static class WaiverSweep
{
    private const string InterviewAlias = "interview";

    public static SweepPage Ended(PluginRun run, string cursor)
    {
        var policy = PolicyRow.Read(run.Org);
        var zone = policy.Zone();
        var facts = new WaiverFacts(Guid.Empty, new Approvers(null, [], [], []), BusinessDate.Of(run.Now, zone), policy.WaiverExpiryDays);
        var query = RowSweep.Page(Waiver.Table, Waiver.Id, cursor, Waiver.Decision, Waiver.RequestedOn);
        LinkOpenInterview(query);
        var ended = query.Criteria.AddFilter(LogicalOperator.Or);
        Expired(ended, BusinessDate.Begin(WaiverMoves.ExpiredIfAskedBefore(facts), zone));
        Outrun(ended);
        return RowSweep.Repair(run, query, row => End(run, row, zone, facts));
    }

    // The guard of waivers lets nothing change below an interview that is locked.
    private static void LinkOpenInterview(QueryExpression query)
    {
        var link = query.AddLink(Interview.Table, Waiver.InterviewId, Interview.Id, JoinOperator.Inner);
        link.EntityAlias = InterviewAlias;
        link.Columns = new ColumnSet(Interview.HeardOn, Interview.HeardChannel);
        link.LinkCriteria.AddCondition(Interview.StateCode, ConditionOperator.Equal, Interview.StateCodeOption.Active);
    }

    private static void Expired(FilterExpression filter, DateTime askedBefore)
    {
        var both = filter.AddFilter(LogicalOperator.And);
        both.AddCondition(Waiver.Decision, ConditionOperator.Equal, Waiver.DecisionOption.Requested);
        both.AddCondition(Waiver.RequestedOn, ConditionOperator.LessThan, askedBefore);
    }

    private static void Outrun(FilterExpression filter)
    {
        var all = filter.AddFilter(LogicalOperator.And);
        all.AddCondition(Waiver.Decision, ConditionOperator.In, Waiver.DecisionOption.Requested, Waiver.DecisionOption.Approved);
        all.AddCondition(InterviewAlias, Interview.HeardOn, ConditionOperator.NotNull);
        all.AddCondition(InterviewAlias, Interview.HeardChannel, ConditionOperator.NotNull);
    }

    private static bool End(PluginRun run, Entity row, TimeZoneInfo zone, WaiverFacts facts)
    {
        if (WaiverMoves.DueOf(RequestOf(row, zone, facts), facts) is not { } status)
        {
            return false;
        }

        run.Org.Update(new Entity(Waiver.Table, row.Id) { [Waiver.Decision] = Choices.Stored((int)status) });
        return true;
    }

    private static WaiverRequest RequestOf(Entity row, TimeZoneInfo zone, WaiverFacts facts) => new()
    {
        Status = (WaiverStatus)(Choices.Offset(row.GetAttributeValue<OptionSetValue>(Waiver.Decision)) ?? 0),
        RequestedOn = row.GetAttributeValue<DateTime?>(Waiver.RequestedOn) is { } asked ? BusinessDate.Of(asked, zone) : facts.Today,
        HearingRecorded = new InterviewAnswers
        {
            HeardOn = row.Linked<DateTime?>(InterviewAlias, Interview.HeardOn),
            HeardChannel = row.LinkedChoice(InterviewAlias, Interview.HeardChannel),
        }.HasHearing,
    };
}
