using CrmExtensions.Local.Replay;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>
/// A few hundred closed deals with their interviews, three of five completed, in one month, written through the service with
/// the product's steps off: what a history is copied from.
/// </summary>
internal sealed class ModelDeals(Staff staff, string month)
{
    /// <summary>How many there are.</summary>
    public const int Count = 250;

    private const int Prefix = 727_000_000;
    private const int Moments = 13;
    private const int ProductLines = 10;

    private readonly IOrganizationService system = staff.Org.System;

    public void Write()
    {
        staff.Org.EnableSteps(_ => true, false);
        var reasons = Existing.Ids(system, Reason.Table).Order().ToList();
        foreach (var (deal, i) in staff.Open(Count).Select((deal, i) => (deal, i)))
        {
            staff.Close(deal, i);
            var interview = system.Create(InterviewOf(deal, i));
            if (i % 5 < 3)
            {
                system.Update(Completed(interview, i, reasons[i * 5 % reasons.Count]));
                Add(interview, reasons[i * 7 % reasons.Count], InterviewReason.RankOption.Primary);
                Add(interview, reasons[((i * 7) + 1) % reasons.Count], InterviewReason.RankOption.Secondary);
            }

            if (i % 2 == 0)
            {
                AddCompetitor(interview, i);
            }
        }

        staff.Org.EnableSteps(step => !step.IsGate, true);
    }

    private Entity InterviewOf(Guid deal, int i) => new(Interview.Table)
    {
        [Interview.OpportunityId] = new EntityReference(Opportunity.Table, deal),
        [Interview.OpportunityKey] = deal.ToString("D"),
        [Interview.CloseKey] = deal.ToString("D"),
        [Interview.CloseSequence] = 1,
        [Interview.IsCurrent] = true,
        [Interview.PeriodKey] = month,
        [Interview.ClosedOn] = DateTime.ParseExact(month[^10..], "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture).AddDays(i % 28),
        [Interview.Outcome] = Choice(i % 3 == 0 ? 0 : 1),
        [Interview.BaseValue] = 100_000m * (1 + (i % 70)),
        [Interview.ValueBand] = Choice(i % 5),
        [Interview.IndustryCode] = (i % staff.Accounts.Count) + 1,
        [Interview.IndustryLabel] = $"Industry {i % staff.Accounts.Count}",
        [Interview.BusinessUnitIdAtClose] = new EntityReference(BusinessUnit.Table, staff.Units[i % staff.Units.Count]),
        [Interview.OwnerIdAtClose] = new EntityReference(SystemUser.Table, staff.RepId),
        [Interview.OwnerId] = new EntityReference(SystemUser.Table, staff.RepId),
        [Interview.AccountId] = new EntityReference(Account.Table, staff.Accounts[i % staff.Accounts.Count]),
        [Interview.Segment] = Choice(i % 4),
        [Interview.ProductLine] = $"Product {i % ProductLines}",
        [Interview.LeadSource] = (i % 6) + 1,
        [Interview.LeadSourceLabel] = $"Source {i % 6}",
    };

    private static Entity Completed(Guid interview, int i, Guid sellerReason) => new(Interview.Table, interview)
    {
        [Interview.StateCode] = new OptionSetValue(Interview.StateCodeOption.Inactive),
        [Interview.StatusCode] = new OptionSetValue(Interview.StatusCodeOption.Completed),
        [Interview.LossOutcome] = i % 3 == 0 ? null : Choice(0),
        [Interview.SellerReasonId] = new EntityReference(Reason.Table, sellerReason),
        [Interview.SellerMomentStage] = Choice(i % Moments),
        [Interview.HeardChannel] = Choice(i % 5),
        [Interview.MomentStage] = Choice(i * 3 % Moments),
        [Interview.MomentTrigger] = Choice(i * 5 % Moments),
        [Interview.RespondentRole] = Choice(i % 6),
        [Interview.SpeakerRole] = Choice(i % 6),
        [Interview.DecidingRemark] = "移行計画が見えない",
        [Interview.MomentNarrative] = "6/12の役員会で情報システム部長が「移行計画が見えない」と発言し、90日の導入計画と並べて比べられた",
        [Interview.EvidenceGrade] = Choice(i % 4),
        [Interview.IsDue] = true,
        [Interview.OnTime] = i % 4 != 0,
        [Interview.SpecificityBand] = new OptionSetValue(Interview.SpecificityBandOption.Specific),
        [Interview.SpecificityScore] = 40 + (i % 60),
        [Interview.DaysToHearing] = i % 30,
        [Interview.DaysToComplete] = i % 45,
    };

    private void Add(Guid interview, Guid reason, int rank) => system.Create(new Entity(InterviewReason.Table)
    {
        [InterviewReason.InterviewId] = new EntityReference(Interview.Table, interview),
        [InterviewReason.ReasonId] = new EntityReference(Reason.Table, reason),
        [InterviewReason.Perspective] = new OptionSetValue(InterviewReason.PerspectiveOption.Customer),
        [InterviewReason.Rank] = new OptionSetValue(rank),
    });

    private void AddCompetitor(Guid interview, int i) => system.Create(new Entity(InterviewCompetitor.Table)
    {
        [InterviewCompetitor.Name] = "Competitor",
        [InterviewCompetitor.InterviewId] = new EntityReference(Interview.Table, interview),
        [InterviewCompetitor.CompetitorId] = new EntityReference(Competitor.Table, staff.Competitors[i / 2 % staff.Competitors.Count]),
        [InterviewCompetitor.IsFinalist] = true,
        [InterviewCompetitor.IsWinner] = i % 3 != 0 && i % 4 == 0,
    });

    private static OptionSetValue Choice(int offset) => new(Prefix + offset);
}
