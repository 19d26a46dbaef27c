using CrmExtensions.Tables;

namespace CrmExtensions.Interviews;

/// <summary>Which columns of an interview are whose (product.md 5.2). All others are the users' answers.</summary>
internal static class InterviewColumns
{
    /// <summary>Taken at close, and never changed.</summary>
    public static HashSet<string> Snapshot { get; } =
    [
        Interview.Name,
        Interview.OpportunityId,
        Interview.OpportunityKey,
        Interview.CloseKey,
        Interview.CloseSequence,
        Interview.Outcome,
        Interview.ClosedOn,
        Interview.PeriodKey,
        Interview.AccountId,
        Interview.ContactId,
        Interview.Value,
        Interview.TransactionCurrencyId,
        Interview.BaseValue,
        Interview.ExactBaseValue,
        Interview.ValueBand,
        Interview.OwnerIdAtClose,
        Interview.OwnerTeamIdAtClose,
        Interview.BusinessUnitIdAtClose,
        Interview.ClosedById,
        Interview.IndustryCode,
        Interview.IndustryLabel,
        Interview.Segment,
        Interview.ProductLine,
        Interview.LeadSource,
        Interview.LeadSourceLabel,
        Interview.CampaignId,
        Interview.DealAgeDays,
        Interview.StageAtClose,
        Interview.StatusReason,
        Interview.StatusReasonLabel,
        Interview.ClosedVia,
        Interview.PartADueOn,
        Interview.DueOn,
    ];

    /// <summary>Kept by the server; what users send is put back.</summary>
    public static HashSet<string> Bookkeeping { get; } =
    [
        Interview.IsCurrent,
        Interview.LateCloseKey,
        Interview.ChildStamp,
        Interview.PreparationToken,
        Interview.PreparedOn,
        Interview.PartAOn,
        Interview.FirstSubmittedOn,
        Interview.CompletedOn,
        Interview.DaysToHearing,
        Interview.DaysToComplete,
        Interview.OnTime,
        Interview.IsDue,
        Interview.IsOverdue,
        Interview.IsStale,
        Interview.TextHash,
        Interview.SpecificityScore,
        Interview.SpecificityBand,
        Interview.VagueFlags,
        Interview.EvidenceGrade,
        Interview.HasRecord,
        Interview.ReviewerId,
        Interview.ReviewedOn,
        Interview.ReturnCount,
        Interview.ReminderCount,
        Interview.LastReminderOn,
        Interview.PurgedOn,
        Interview.PurgedById,
        Interview.PurgeReason,
    ];

    /// <summary>Neither an answer nor locked with them: who has it, and where it stands.</summary>
    public static HashSet<string> Administrative { get; } =
    [
        Interview.Id, Interview.OwnerId, Interview.StateCode, Interview.StatusCode, Interview.ReviewNote, Interview.OutOfScopeReason,
        Interview.SharingLevel, Interview.ModifiedOn, Interview.ModifiedBy, Interview.ModifiedOnBehalfBy, Interview.ServerWrite,
    ];
}
