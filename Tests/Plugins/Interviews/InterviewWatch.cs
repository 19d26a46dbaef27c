using CrmExtensions.Interviews;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>Looks at all interviews after every action and complains of what must never be seen.</summary>
internal sealed class InterviewWatch(Office office)
{
    private static readonly HashSet<string> Answers =
    [
        Interview.LossOutcome, Interview.Contest, Interview.SellerReasonId, Interview.SellerMomentStage, Interview.SellerNote, Interview.HeardOn,
        Interview.HeardChannel, Interview.RespondentId, Interview.MomentStage, Interview.MomentNarrative, Interview.DecidingRemark,
        Interview.Contrast, Interview.WhatWouldChange, Interview.SpecificityScore, Interview.SpecificityBand, Interview.EvidenceGrade,
    ];

    private Dictionary<Guid, Entity> before = [];

    public void Look(Attempt? attempt)
    {
        var now = office.Rows(Interview.Table).ToDictionary(row => row.Id);
        foreach (var (id, was) in before)
        {
            Assert.IsTrue(now.ContainsKey(id), $"{attempt}: an interview is gone");
            var from = Status(was);
            var to = Status(now[id]);
            Assert.IsTrue(from == to || StatusMoves.All.Any(move => move.From == from && move.To == to), $"{attempt}: {from} to {to}");
            if (InterviewStatuses.IsLocked(from) && InterviewStatuses.IsLocked(to))
            {
                DemandSameAnswers(attempt, was, now[id]);
            }

            DemandSameSnapshot(attempt, was, now[id]);
        }

        foreach (var row in now.Values)
        {
            DemandSound(attempt, row);
        }

        before = now;
    }

    public void DemandAnInterviewForEveryClose()
    {
        var closes = office.Rows(OpportunityClose.Table);
        Assert.HasCount(closes.Count, office.Rows(Interview.Table));
        foreach (var deal in office.Rows(Opportunity.Table))
        {
            var isClosed = deal.GetAttributeValue<OptionSetValue>(Opportunity.StateCode)!.Value != Opportunity.StateCodeOption.Open;
            Assert.AreEqual(isClosed ? 1 : 0, office.Interviews(deal.Id).Count(row => row.GetAttributeValue<bool>(Interview.IsCurrent)), "current interviews of a deal");
        }
    }

    private static InterviewStatus Status(Entity row) =>
        InterviewStatuses.FromStored(row.GetAttributeValue<OptionSetValue>(Interview.StatusCode)!.Value) ?? throw new AssertFailedException("A status that is none of ours.");

    private static void DemandSound(Attempt? attempt, Entity row)
    {
        var status = Status(row);
        var isActive = row.GetAttributeValue<OptionSetValue>(Interview.StateCode)!.Value == Interview.StateCodeOption.Active;
        Assert.AreEqual(InterviewStatuses.IsActive(status), isActive, $"{attempt}: state and status of {status} differ");
        Assert.AreEqual(status == InterviewStatus.Superseded, !row.GetAttributeValue<bool>(Interview.IsCurrent), $"{attempt}: {status} and current");
        if (status is InterviewStatus.Submitted or InterviewStatus.Completed or InterviewStatus.CompletedWaived)
        {
            Assert.AreNotEqual(Interview.SpecificityBandOption.Vague, row.GetAttributeValue<OptionSetValue>(Interview.SpecificityBand)?.Value, $"{attempt}: vague and {status}");
            Assert.IsTrue(row.Contains(Interview.Contest) && row.Contains(Interview.SellerReasonId), $"{attempt}: {status} without reflection");
        }

        Assert.AreEqual(status is InterviewStatus.Completed or InterviewStatus.CompletedWaived, row.Contains(Interview.CompletedOn) && status != InterviewStatus.Superseded, $"{attempt}: completed on, and {status}");
    }

    private static void DemandSameAnswers(Attempt? attempt, Entity was, Entity now)
    {
        foreach (var column in Answers)
        {
            Assert.AreEqual(Plain(was, column), Plain(now, column), $"{attempt}: {column} of a locked interview");
        }
    }

    private static void DemandSameSnapshot(Attempt? attempt, Entity was, Entity now)
    {
        foreach (var column in new[] { Interview.Name, Interview.CloseKey, Interview.Outcome, Interview.ClosedOn, Interview.BaseValue, Interview.BusinessUnitIdAtClose, Interview.OwnerIdAtClose, Interview.DueOn })
        {
            Assert.AreEqual(Plain(was, column), Plain(now, column), $"{attempt}: {column} of the snapshot");
        }
    }

    private static object? Plain(Entity row, string column) => row.Contains(column)
        ? row[column] switch
        {
            OptionSetValue choice => choice.Value,
            EntityReference reference => reference.Id,
            var value => value,
        }
        : null;
}
