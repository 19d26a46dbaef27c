using CrmExtensions.Local;
using CrmExtensions.Local.Replay;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Running;

/// <summary>What happens now and then: waivers, evidence, people's appointments, cards at every stage, rows retired.</summary>
internal sealed class SampleLeftovers(LocalOrg org)
{
    private readonly Unjudged unjudged = new(org);

    public void Write()
    {
        var interview = Some(Interview.Table);
        Waivers(interview);
        unjudged.Create(new Entity(Evidence.Table)
        {
            [Evidence.Name] = "議事録 / Minutes",
            [Evidence.InterviewId] = interview,
            [Evidence.RetentionUntil] = SampleOrg.Now.Date.AddMonths(1),
        });
        People();
        Cards();
        Retired();
        unjudged.Update(new Entity(RollupPeriod.Table, Some(RollupPeriod.Table).Id) { [RollupPeriod.More] = true });

        // A ticket waits only while nobody serves it.
        org.EnableSteps(step => step.Table == FoldTicket.Table, false);
        unjudged.Create(new Entity(FoldTicket.Table) { [FoldTicket.TicketKey] = "month-2026-10-01" });
    }

    private void Waivers(EntityReference interview)
    {
        for (var decision = 0; decision < 2; decision++)
        {
            unjudged.Create(new Entity(Waiver.Table)
            {
                [Waiver.Name] = "免除 / Waiver",
                [Waiver.InterviewId] = interview,
                [Waiver.Reason] = new OptionSetValue(727_000_001),
                [Waiver.Decision] = new OptionSetValue(727_000_000 + decision),
                [Waiver.RequestedOn] = SampleOrg.Now,
                [Waiver.RetryOn] = SampleOrg.Now.Date.AddMonths(6),
            });
        }
    }

    private void People()
    {
        var who = new EntityReference(SystemUser.Table, SampleOrg.Somebody);
        var unit = org.System.Retrieve(SystemUser.Table, who.Id, new ColumnSet(SystemUser.BusinessUnitId)).GetAttributeValue<EntityReference>(SystemUser.BusinessUnitId);
        foreach (var state in new[] { 0, 1 })
        {
            var assignment = unjudged.Create(new Entity(MarketerAssignment.Table)
            {
                [MarketerAssignment.Name] = "配置 / Assignment",
                [MarketerAssignment.MarketerId] = who,
                [MarketerAssignment.BusinessUnitId] = unit,
                [MarketerAssignment.From] = SampleOrg.Now.Date,
            });
            var approver = unjudged.Create(new Entity(Approver.Table) { [Approver.Name] = "部門長 / Head", [Approver.BusinessUnitId] = unit, [Approver.UserId] = who, [Approver.Kind] = new OptionSetValue(727_000_000) });
            Deactivate(state, new EntityReference(MarketerAssignment.Table, assignment), new EntityReference(Approver.Table, approver));
        }
    }

    private void Cards()
    {
        var cards = Existing.Rows(org.System, new QueryExpression(Insight.Table) { ColumnSet = new ColumnSet(Insight.Outcome) }).ToList();
        foreach (var (card, i) in cards.Take(8).Select((card, i) => (card, i)))
        {
            unjudged.Update(new Entity(Insight.Table, card.Id)
            {
                [Insight.CardStatus] = new OptionSetValue(727_000_000 + i % 4),
                [Insight.Competitor] = "Glasswing Systems",
                [Insight.SoWhat] = "デモは顧客自身のデータで。",
            });
        }
    }

    private void Retired()
    {
        Deactivate(1, Some(Reason.Table), Some(VaguePhrase.Table));
        Deactivate(1, new EntityReference(Setting.Table, unjudged.Create(new Entity(Setting.Table) { [Setting.Name] = "以前の設定 / Former setting" })));
    }

    private void Deactivate(int state, params EntityReference[] rows)
    {
        foreach (var row in rows.Where(_ => state == 1))
        {
            unjudged.Update(new Entity(row.LogicalName, row.Id) { ["statecode"] = new OptionSetValue(1), ["statuscode"] = new OptionSetValue(2) });
        }
    }

    private EntityReference Some(string table) => org.System.RetrieveMultiple(new QueryExpression(table) { TopCount = 1 }).Entities[0].ToEntityReference();
}
