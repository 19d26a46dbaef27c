using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Closing;

/// <summary>The row of a new interview: its keys, its due dates, and the snapshot that never changes (product.md 5.2).</summary>
internal static class NewInterview
{
    public static Entity Row(PlannedInterview planned, ClosingRecord record, Policy policy, DateTime now, Guid closedBy)
    {
        var row = new Entity(Interview.Table);
        Identity(row, planned, record.History.OpportunityId);
        Dates(row, planned, record.Opportunity, policy, now);
        Value(row, planned, record, policy);
        People(row, record.Opportunity, closedBy);
        Context(row, planned, record);
        return row;
    }

    private static void Identity(Entity row, PlannedInterview planned, Guid opportunityId)
    {
        row[Interview.OpportunityId] = new EntityReference(Opportunity.Table, opportunityId);
        row[Interview.OpportunityKey] = opportunityId.ToString("D");
        row[Interview.CloseKey] = planned.CloseKey;
        row[Interview.CloseSequence] = planned.Sequence;
        row[Interview.IsCurrent] = planned.IsCurrent;
        row[Interview.Outcome] = Choices.Stored((int)planned.Outcome);
    }

    private static void Dates(Entity row, PlannedInterview planned, Entity opportunity, Policy policy, DateTime now)
    {
        var zone = policy.Zone();
        var due = DueDates.For(planned.ClosedOn, BusinessDate.Of(now, zone), policy);
        row[Interview.ClosedOn] = planned.ClosedOn;
        row[Interview.PeriodKey] = Period.Holding(planned.ClosedOn, Grain.Month, policy.FiscalStartMonth).Key;
        row[Interview.PartADueOn] = due.Reflection;
        row[Interview.DueOn] = due.Hearing;
        var created = opportunity.GetAttributeValue<DateTime>(Opportunity.CreatedOn);
        row[Interview.DealAgeDays] = (planned.ClosedOn - BusinessDate.Of(created, zone)).Days;
    }

    private static void Value(Entity row, PlannedInterview planned, ClosingRecord record, Policy policy)
    {
        var won = planned.Outcome == Outcome.Won;
        var value = won ? ActualRevenue(record, planned, OpportunityClose.ActualRevenue, Opportunity.ActualValue) : null;
        var baseValue = won ? ActualRevenue(record, planned, OpportunityClose.ActualRevenueBase, Opportunity.ActualValueBase) : null;
        value ??= record.Opportunity.GetAttributeValue<Money>(Opportunity.EstimatedValue);
        baseValue ??= record.Opportunity.GetAttributeValue<Money>(Opportunity.EstimatedValueBase);
        if (value is not null)
        {
            row[Interview.Value] = value;
            row[Interview.TransactionCurrencyId] = record.Opportunity.GetAttributeValue<EntityReference>(Opportunity.TransactionCurrencyId);
        }

        if (baseValue is not null)
        {
            var rounded = Math.Round(baseValue.Value, 2, MidpointRounding.AwayFromZero);
            BaseValue.Write(row, rounded);
            row[Interview.ValueBand] = Choices.Stored(ValueBand.Of(rounded, policy.ValueBands));
        }
    }

    // While the opportunity is still open its actual value may be that of an earlier close.
    private static Money? ActualRevenue(ClosingRecord record, PlannedInterview planned, string ofClose, string ofOpportunity) =>
        record.OfClose<Money>(planned.CloseId, ofClose)
        ?? (record.History.State == OpportunityState.Won ? record.Opportunity.GetAttributeValue<Money>(ofOpportunity) : null);

    private static void People(Entity row, Entity opportunity, Guid closedBy)
    {
        row[Interview.AccountId] = opportunity.GetAttributeValue<EntityReference>(Opportunity.ParentAccountId);
        row[Interview.ContactId] = opportunity.GetAttributeValue<EntityReference>(Opportunity.ParentContactId);
        row[Interview.OwnerIdAtClose] = opportunity.GetAttributeValue<EntityReference>(Opportunity.OwningUser);
        row[Interview.OwnerTeamIdAtClose] = opportunity.GetAttributeValue<EntityReference>(Opportunity.OwningTeam);
        row[Interview.BusinessUnitIdAtClose] = opportunity.GetAttributeValue<EntityReference>(Opportunity.OwningBusinessUnit);
        row[Interview.ClosedById] = new EntityReference(SystemUser.Table, closedBy);
    }

    private static void Context(Entity row, PlannedInterview planned, ClosingRecord record)
    {
        row[Interview.IndustryCode] = record.IndustryCode;
        row[Interview.IndustryLabel] = record.IndustryLabel;
        row[Interview.LeadSource] = record.LeadSource;
        row[Interview.LeadSourceLabel] = record.LeadSourceLabel;
        row[Interview.CampaignId] = record.Opportunity.GetAttributeValue<EntityReference>(Opportunity.CampaignId);
        row[Interview.StageAtClose] = record.Opportunity.GetAttributeValue<string>(Opportunity.StepName);
        row[Interview.StatusReason] = record.OfClose<OptionSetValue>(planned.CloseId, OpportunityClose.OpportunityStatusCode)?.Value;
        row[Interview.StatusReasonLabel] = record.LabelOfClose(planned.CloseId, OpportunityClose.OpportunityStatusCode);
    }
}
