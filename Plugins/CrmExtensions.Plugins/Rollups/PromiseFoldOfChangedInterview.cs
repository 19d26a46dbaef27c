using CrmExtensions.Framework;
using CrmExtensions.Tables;

namespace CrmExtensions.Rollups;

/// <summary>When what counts of an interview has changed, its month is folded again.</summary>
[Step(
    Message.Update,
    Interview.Table,
    Stage.Asynchronous,
    Columns =
    [
        Interview.StatusCode,
        Interview.ChildStamp,
        Interview.IsCurrent,
        Interview.ProductLine,
        Interview.Segment,
        Interview.HeardChannel,
        Interview.MomentStage,
        Interview.MomentTrigger,
        Interview.SpeakerRole,
        Interview.DecidingRemark,
        Interview.SellerReasonId,
        Interview.SellerMomentStage,
        Interview.LossOutcome,
        Interview.PartAOn,
        Interview.RespondentRole,
        Interview.EvidenceGrade,
        Interview.IsDue,
        Interview.OnTime,
        Interview.SpecificityBand,
        Interview.SpecificityScore,
        Interview.SamePriceChoice,
        Interview.Reproducibility,
        Interview.DaysToHearing,
        Interview.DaysToComplete,
    ],
    PostImage = [Interview.PeriodKey])]
public sealed class PromiseFoldOfChangedInterview : Plugin
{
    protected override void Run(PluginRun run)
    {
        var month = run.PostImage.GetAttributeValue<string>(Interview.PeriodKey)!;
        if (!FoldAgenda.Promise(run, month))
        {
            throw FoldAgenda.TryLater(month);
        }
    }
}
