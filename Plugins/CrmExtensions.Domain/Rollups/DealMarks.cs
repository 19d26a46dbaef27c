using CrmExtensions.Closing;
using CrmExtensions.Interviews;

namespace CrmExtensions.Rollups;

/// <summary>What is counted of a deal in every slice it belongs to: the letters of product.md 10.</summary>
internal static class DealMarks
{
    private static readonly string[] Upstream = ["0", "1", "2"];

    public static Tally Tally(Deal deal)
    {
        var isDone = deal.Status is InterviewStatus.Completed or InterviewStatus.CompletedWaived;
        return Rollups.Tally.Of(
            deal.Outcome,
            deal.Value,
            [.. Outcomes(deal), .. Coverage(deal), .. isDone ? Quality(deal) : [], .. Win(deal), .. Moment(deal), .. Reasons(deal)],
            deal.HearingDays,
            deal.CompletionDays,
            isDone ? deal.Score : null);
    }

    private static IEnumerable<Count> Outcomes(Deal deal)
    {
        if (deal.Outcome == Outcome.Won)
        {
            return deal.Competitors.Any(competitor => competitor.IsFinalist) ? [Count.WonAgainstCompetitor] : [];
        }

        return deal.LossOutcome switch
        {
            0 => [Count.LostToCompetitor],
            1 => [Count.NoDecision],
            3 => [Count.StatusQuo],
            4 => [Count.ProjectCancelled],
            5 => [Count.Withdrew],
            _ => [],
        };
    }

    private static IEnumerable<Count> Coverage(Deal deal)
    {
        if (deal.Status == InterviewStatus.OutOfScope)
        {
            yield return Count.OutOfScope;
            yield break;
        }

        yield return Count.Required;
        if (deal.IsReflected)
        {
            yield return Count.Reflected;
        }

        if (deal.IsDue)
        {
            yield return Count.Due;
            if (deal.IsOnTime)
            {
                yield return Count.OnTime;
            }
        }
    }

    private static IEnumerable<Count> Quality(Deal deal)
    {
        var isHeard = deal.Status == InterviewStatus.Completed;
        var isEvidenced = deal.Evidence is EvidenceGrade.A or EvidenceGrade.B;
        yield return isHeard ? Count.Completed : Count.CompletedWaived;
        if (isHeard && deal.Channel is not null && (deal.IsRespondentKnown || isEvidenced))
        {
            yield return Count.Heard;
        }

        if (deal.IsSpecific)
        {
            yield return Count.Specific;
        }

        if (isEvidenced)
        {
            yield return Count.Evidenced;
        }
    }

    private static IEnumerable<Count> Win(Deal deal) =>
        deal.Status != InterviewStatus.Completed || deal.Outcome != Outcome.Won ? []
        : deal.IsReproducible ? [Count.CompletedWon, Count.Reproducible]
        : [Count.CompletedWon];

    private static IEnumerable<Count> Moment(Deal deal)
    {
        if (deal.Trigger is not null)
        {
            yield return Count.TriggerKnown;
        }

        if (deal.HasRemark)
        {
            yield return Count.Remark;
        }

        if (deal.Stage is not { } stage)
        {
            yield break;
        }

        yield return Count.StageKnown;
        if (Upstream.Contains(stage.Value))
        {
            yield return Count.Upstream;
        }

        if (deal.SellerStage is { } guess)
        {
            yield return Count.BothStages;
            if (guess.ToString(System.Globalization.CultureInfo.InvariantCulture) != stage.Value)
            {
                yield return Count.StageGap;
            }
        }
    }

    private static IEnumerable<Count> Reasons(Deal deal)
    {
        if (deal.SellerReason is not null)
        {
            yield return Count.SellerReasonKnown;
        }

        if (deal.Reasons.FirstOrDefault(reason => reason.IsPrimary) is not { } primary)
        {
            yield break;
        }

        yield return Count.ReasonKnown;
        if (primary.IsOther)
        {
            yield return Count.ReasonOther;
        }

        foreach (var mark in Price(deal).Concat(Agreement(deal, primary)))
        {
            yield return mark;
        }
    }

    private static IEnumerable<Count> Price(Deal deal)
    {
        if (deal.Outcome == Outcome.Won)
        {
            yield break;
        }

        yield return Count.LostReasonKnown;
        if (deal.Reasons.Any(reason => reason.IsPrice))
        {
            yield return Count.PriceCited;
            if (deal.IsChosenAtSamePrice)
            {
                yield return Count.PriceDecisive;
            }
        }
    }

    private static IEnumerable<Count> Agreement(Deal deal, GivenReason primary)
    {
        if (deal.SellerReason is not { } ours)
        {
            yield break;
        }

        yield return Count.BothReasons;
        if (ours.Leaf.Value == primary.Leaf.Value)
        {
            yield return Count.SameReason;
        }
        else if (ours.Category.Value == primary.Category.Value)
        {
            yield return Count.SameCategory;
        }
    }
}
