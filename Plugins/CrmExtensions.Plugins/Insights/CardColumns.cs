using CrmExtensions.Tables;

namespace CrmExtensions.Insights;

/// <summary>Who writes which column of a card.</summary>
internal static class CardColumns
{
    /// <summary>What a card tells of its interview: emptied when it is withdrawn.</summary>
    public static readonly string[] Told =
    [
        Insight.Month,
        Insight.Quarter,
        Insight.Half,
        Insight.Year,
        Insight.Period,
        Insight.BusinessUnit,
        Insight.BusinessUnitKey,
        Insight.Segment,
        Insight.Industry,
        Insight.IndustryGroup,
        Insight.ProductLine,
        Insight.ValueBand,
        Insight.Competitor,
        Insight.MomentStage,
        Insight.MomentTrigger,
        Insight.ReasonId,
        Insight.Quote,
        Insight.SpeakerSide,
        Insight.SpeakerRole,
        Insight.Before,
        Insight.After,
        Insight.HeardChannel,
        Insight.Reproducibility,
        Insight.EvidenceGrade,
        Insight.SpecificityBand,
        Insight.IsGeneralized,
    ];

    /// <summary>What no person may change.</summary>
    public static readonly string[] OfServer =
    [
        .. Told,
        Insight.Name,
        Insight.InterviewKey,
        Insight.SourceVersion,
        Insight.Outcome,
        Insight.PublishedOn,
        Insight.UsageCount,
        Insight.StatusBefore,
        Insight.InterpretedById,
        Insight.InterpretedOn,
        Insight.StateCode,
        Insight.StatusCode,
    ];
}
