using CrmExtensions.Local;
using CrmExtensions.Local.Replay;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Running;

/// <summary>What reps and customers have said in the sample's interviews: in turn, so that every answer occurs often enough to be shown.</summary>
internal sealed class SampleAnswers
{
    private const int First = 727_000_000;
    private readonly Unjudged unjudged;
    private readonly List<EntityReference> reasons;

    public SampleAnswers(LocalOrg org)
    {
        unjudged = new Unjudged(org);
        var query = new QueryExpression(Reason.Table) { ColumnSet = new ColumnSet(false), Orders = { new OrderExpression(Reason.Code, OrderType.Ascending) } };
        query.Criteria.AddCondition(Reason.Code, ConditionOperator.In, "A1", "A2", "C3", "H1", "Z1");
        reasons = [.. Existing.Rows(org.System, query).Select(row => row.ToEntityReference())];
    }

    /// <summary>Answers one interview; every fifth stays open.</summary>
    public void Write(Entity interview, int turn)
    {
        var isWon = interview.GetAttributeValue<OptionSetValue>(Interview.Outcome)!.Value == Interview.OutcomeOption.Won;
        var row = new Entity(Interview.Table, interview.Id)
        {
            [Interview.Segment] = Code(turn % 2),
            [Interview.SellerReasonId] = Of(turn / 2),
            [Interview.SellerMomentStage] = Code(turn % 3),
            [Interview.PartAOn] = SampleOrg.Now,
        };
        if (turn % 5 == 0)
        {
            Leave(row, turn / 5);
        }
        else
        {
            Complete(row, interview.GetAttributeValue<DateTime>(Interview.ClosedOn), isWon, turn);
        }

        unjudged.Update(row);
        if (turn % 5 != 0)
        {
            Reasons(interview.Id, turn);
        }
    }

    private static void Complete(Entity row, DateTime closedOn, bool isWon, int turn)
    {
        row[Interview.StateCode] = Code(1, from: 0);
        row[Interview.StatusCode] = turn % 9 == 0 ? Code(7) : Code(2, from: 0);
        row[Interview.HeardOn] = closedOn.AddDays(turn % 10);
        row[Interview.HeardChannel] = Code(turn % 2);
        row[Interview.RespondentRole] = Code(turn % 3);
        row[Interview.MomentStage] = Code(turn % 4);
        row[Interview.MomentTrigger] = Code(turn % 2);
        row[Interview.DecidingRemark] = turn % 4 == 0 ? null : "これなら明日から使える";
        row[Interview.SpeakerSide] = Code(0);
        row[Interview.SpeakerRole] = Code(turn % 2);
        row[Interview.MomentNarrative] = "デモの場で現場の方が自分のデータを取り込めた瞬間に表情が変わりました。";
        row[Interview.SpecificityBand] = Code(2 - turn % 2);
        row[Interview.SpecificityScore] = 60 + turn % 40;
        row[Interview.EvidenceGrade] = Code(turn % 4);
        row[Interview.FirstSubmittedOn] = SampleOrg.Now;
        row[Interview.CompletedOn] = closedOn.AddDays(turn % 20);
        row[Interview.DaysToHearing] = turn % 10;
        row[Interview.DaysToComplete] = turn % 20;
        row[Interview.IsDue] = true;
        row[Interview.OnTime] = turn % 3 != 0;
        row[Interview.CustomerConsent] = Code(1);
        row[Interview.SharingLevel] = Code(0);
        if (isWon)
        {
            row[Interview.Reproducibility] = Code(turn % 3);
        }
        else
        {
            row[Interview.LossOutcome] = Code(turn % 4);
            row[Interview.SamePriceChoice] = Code(turn % 2);
            row[Interview.PriceKind] = Code(1);
            row[Interview.WhatWouldChange] = "移行計画を最初の提案に入れる";
            row[Interview.Reapproach] = Code(turn % 3);
            row[Interview.ReapproachOn] = SampleOrg.Now.Date.AddMonths(3);
        }
    }

    // Submitted, returned, vague and late ones among those that wait.
    private static void Leave(Entity row, int turn)
    {
        row[Interview.StatusCode] = turn % 3 == 0 ? Code(4) : turn % 3 == 1 ? Code(5) : Code(2);
        row[Interview.SpecificityBand] = Code(turn % 2);
        row[Interview.SpecificityScore] = turn % 2 == 0 ? 15 : 55;
        row[Interview.IsOverdue] = turn % 2 == 0;
        row[Interview.IsDue] = true;
        row[Interview.ClosedVia] = Code(turn % 5);
    }

    private void Reasons(Guid interview, int turn)
    {
        for (var rank = 0; rank < 2; rank++)
        {
            unjudged.Create(new Entity(InterviewReason.Table)
            {
                [InterviewReason.Name] = "理由 / Reason",
                [InterviewReason.InterviewId] = new EntityReference(Interview.Table, interview),
                [InterviewReason.ReasonId] = Of(turn + rank),
                [InterviewReason.Perspective] = Code(0),
                [InterviewReason.Rank] = Code(rank),
            });
        }
    }

    private EntityReference Of(int turn) => reasons[turn % reasons.Count];

    private static OptionSetValue Code(int number, int from = First) => new(from + number);
}
