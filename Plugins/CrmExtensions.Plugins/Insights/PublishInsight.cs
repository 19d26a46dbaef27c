using CrmExtensions.Framework;
using CrmExtensions.Tables;

namespace CrmExtensions.Insights;

/// <summary>Whenever an interview changes in what its card tells, the card follows (architecture.md 4, A3).</summary>
[Step(
    Message.Update,
    Interview.Table,
    Stage.Asynchronous,
    Columns =
    [
        Interview.StatusCode,
        Interview.ChildStamp,
        Interview.IsCurrent,
        Interview.PurgedOn,
        Interview.SharingLevel,
        Interview.CustomerConsent,
        Interview.Segment,
        Interview.ProductLine,
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
    ])]
public sealed class PublishInsight : Plugin
{
    protected override void Run(PluginRun run) => InsightCards.BringUpToDate(run, run.RowId);
}
