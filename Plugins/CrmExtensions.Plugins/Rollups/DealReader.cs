using System.Globalization;
using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Interviews;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Rollups;

/// <summary>What counts of an interview's row.</summary>
internal sealed class DealReader(ChoiceLabels labels, Taxonomy taxonomy)
{
    // 未確認 and 不明: chosen, and yet not known.
    private const string UnknownMoment = "13";
    private const int UnknownStage = 13;
    private const int UnknownRole = 6;

    public Deal Read(Entity row) => WithMoment(WithSnapshot(new Deal((Outcome)(Choices.Offset(row.GetAttributeValue<OptionSetValue>(Interview.Outcome)) ?? 0), BaseValue.Read(row)), row), row) with
    {
        Status = InterviewStatuses.FromStored(row.GetAttributeValue<OptionSetValue>(Interview.StatusCode)?.Value ?? 0) ?? InterviewStatus.NotStarted,
        IsReflected = row.Contains(Interview.PartAOn),
        IsRespondentKnown = Number(row, Interview.RespondentRole) is { } role && role != UnknownRole,
        Evidence = (EvidenceGrade?)Number(row, Interview.EvidenceGrade),
        IsDue = row.GetAttributeValue<bool>(Interview.IsDue),
        IsOnTime = row.GetAttributeValue<bool>(Interview.OnTime),
        IsSpecific = row.GetAttributeValue<OptionSetValue>(Interview.SpecificityBand)?.Value == Interview.SpecificityBandOption.Specific,
        Score = row.GetAttributeValue<int?>(Interview.SpecificityScore),
        LossOutcome = Number(row, Interview.LossOutcome),
        IsChosenAtSamePrice = row.GetAttributeValue<OptionSetValue>(Interview.SamePriceChoice)?.Value == Interview.SamePriceChoiceOption.Yes,
        IsReproducible = Number(row, Interview.Reproducibility) is 0 or 1,
        HearingDays = row.GetAttributeValue<int?>(Interview.DaysToHearing),
        CompletionDays = row.GetAttributeValue<int?>(Interview.DaysToComplete),
    };

    private Deal WithSnapshot(Deal deal, Entity row) => deal with
    {
        Industry = Coded(row, Interview.IndustryCode, Interview.IndustryLabel),
        BusinessUnit = row.GetAttributeValue<EntityReference>(Interview.BusinessUnitIdAtClose) is { } unit
            ? new Named(unit.Id.ToString("D"), row.Linked<string>(MonthQueries.UnitAlias, BusinessUnit.Name) ?? "")
            : null,
        Segment = labels.Of(row, Interview.Segment),
        ProductLine = FreeText.Named(row.GetAttributeValue<string>(Interview.ProductLine)),
        ValueBand = labels.Of(row, Interview.ValueBand),
        LeadSource = Coded(row, Interview.LeadSource, Interview.LeadSourceLabel),
        ClosePath = labels.Of(row, Interview.ClosedVia),
    };

    private Deal WithMoment(Deal deal, Entity row) => deal with
    {
        Channel = labels.Of(row, Interview.HeardChannel),
        Stage = Known(labels.Of(row, Interview.MomentStage)),
        Trigger = Known(labels.Of(row, Interview.MomentTrigger)),
        SpeakerRole = Number(row, Interview.SpeakerRole) == UnknownRole ? null : labels.Of(row, Interview.SpeakerRole),
        HasRemark = !string.IsNullOrWhiteSpace(row.GetAttributeValue<string>(Interview.DecidingRemark)),
        SellerReason = taxonomy.Of(row.GetAttributeValue<EntityReference>(Interview.SellerReasonId), isPrimary: true),
        SellerStage = Number(row, Interview.SellerMomentStage) is { } stage && stage != UnknownStage ? stage : null,
    };

    private static Named? Known(Named? moment) => moment?.Value == UnknownMoment ? null : moment;

    private static int? Number(Entity row, string column) => Choices.Offset(row.GetAttributeValue<OptionSetValue>(column));

    private static Named? Coded(Entity row, string code, string label) => row.GetAttributeValue<int?>(code) is { } number
        ? new Named(number.ToString(CultureInfo.InvariantCulture), row.GetAttributeValue<string>(label) ?? "")
        : null;
}
