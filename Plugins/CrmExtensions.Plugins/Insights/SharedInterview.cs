using CrmExtensions.Framework;
using CrmExtensions.Interviews;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Insights;

/// <summary>An interview as its card is made from it: the row, of which version, under which settings, and what of it is shared.</summary>
internal sealed class SharedInterview
{
    private static readonly string[] Columns =
    [
        Interview.CloseKey,
        Interview.VersionNumber,
        Interview.StatusCode,
        Interview.IsCurrent,
        Interview.PurgedOn,
        Interview.FirstSubmittedOn,
        Interview.SharingLevel,
        Interview.CustomerConsent,
        Interview.Outcome,
        Interview.PeriodKey,
        Interview.BusinessUnitIdAtClose,
        Interview.Segment,
        Interview.IndustryCode,
        Interview.IndustryLabel,
        Interview.ProductLine,
        Interview.ValueBand,
        Interview.HeardChannel,
        Interview.MomentStage,
        Interview.MomentTrigger,
        Interview.DecidingRemark,
        Interview.SpeakerSide,
        Interview.SpeakerRole,
        Interview.Before,
        Interview.After,
        Interview.Reproducibility,
        Interview.EvidenceGrade,
        Interview.SpecificityBand,
        Interview.AccountId,
        Interview.ContactId,
        Interview.RespondentId,
        Interview.SpeakerName,
        Interview.OwnerIdAtClose,
        Interview.OwnerId,
        Interview.ClosedById,
        Interview.InterviewerId,
        Interview.ReviewerId,
        Interview.OpportunityId,
    ];

    private SharedInterview(Entity row, long settings)
    {
        Row = row;
        Version = CardVersion.Text(row.GetAttributeValue<long>(Interview.VersionNumber), settings);
        Facts = new SharingFacts
        {
            Status = InterviewStatuses.FromStored(row.GetAttributeValue<OptionSetValue>(Interview.StatusCode)?.Value ?? 0) ?? InterviewStatus.NotStarted,
            IsCurrent = row.GetAttributeValue<bool>(Interview.IsCurrent),
            IsPurged = row.Contains(Interview.PurgedOn),
            Level = (SharingLevel?)Choices.Offset(row.GetAttributeValue<OptionSetValue>(Interview.SharingLevel)),
            Consent = (CustomerConsent?)Choices.Offset(row.GetAttributeValue<OptionSetValue>(Interview.CustomerConsent)),
        };
    }

    public Entity Row { get; }

    public SharingFacts Facts { get; }

    public Sharing Sharing => SharingRules.Of(Facts);

    public string Version { get; }

    public string Key => Row.GetAttributeValue<string>(Interview.CloseKey)!;

    /// <summary>Whether it may ever have had a card, so that a late job could still make one: then a withdrawn card stands in its way.</summary>
    public bool WasSubmitted => Row.Contains(Interview.FirstSubmittedOn);

    /// <summary>As it is now; empty where it is gone. Two service calls.</summary>
    public static SharedInterview? Find(IOrganizationService org, Guid id)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(Columns), TopCount = 1 };
        query.Criteria.AddCondition(Interview.Id, ConditionOperator.Equal, id);

        // The version before what it is of: should the settings change in between, the card is made once more, never once too few.
        var settings = PolicyRow.Version(org);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault() is { } row ? new SharedInterview(row, settings) : null;
    }
}
