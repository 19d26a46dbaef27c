using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>What somebody tries with one interview.</summary>
internal sealed class InterviewDeeds(Office office, Guid interview)
{
    private readonly Office office = office;
    private readonly Guid interview = interview;

    private static readonly (string Column, object Value)[] SnapshotLies =
    [
        (Interview.CloseKey, "oc-else"), (Interview.Outcome, Desk.Choice(0)), (Interview.ClosedOn, new DateTime(2020, 1, 1)), (Interview.BaseValue, 1m), (Interview.DueOn, new DateTime(2030, 1, 1)),
    ];

    private static readonly (string Column, object Value)[] BookkeepingLies =
    [
        (Interview.IsCurrent, false), (Interview.SpecificityScore, 100), (Interview.SpecificityBand, Desk.Choice(2)), (Interview.CompletedOn, new DateTime(2026, 5, 1)), (Interview.OnTime, true),
    ];

    private delegate void Doing(InterviewDeeds deeds, IOrganizationService who, int detail);

    private static IReadOnlyDictionary<Deed, Doing> All { get; } = new Dictionary<Deed, Doing>
    {
        [Deed.Reflect] = (deeds, who, _) => deeds.Save(who, Desk.Reflection(deeds.office)),
        [Deed.Hear] = (deeds, who, _) => deeds.Save(who, Desk.Hearing(deeds.office)),
        [Deed.WriteVaguely] = (deeds, who, _) => deeds.Save(who, new Dictionary<string, object?> { [Interview.MomentNarrative] = "価格面", [Interview.DecidingRemark] = null, [Interview.Contrast] = null }),
        [Deed.WriteNote] = (deeds, who, _) => deeds.Save(who, Desk.Reflection(deeds.office).Concat(Desk.Note).ToDictionary()),
        [Deed.FillIn] = (deeds, who, detail) =>
        {
            deeds.Save(who, Desk.Reflection(deeds.office).Concat(Desk.Hearing(deeds.office)).ToDictionary());
            who.Create(deeds.CustomersReason(detail % 2));
        },
        [Deed.Submit] = (deeds, who, _) => deeds.Move(who, 4),
        [Deed.Review] = (deeds, who, detail) => deeds.Move(who, 5 + (detail % 3)),
        [Deed.SetAnyStatus] = (deeds, who, detail) => deeds.Move(who, 1 + (detail % 9)),
        [Deed.Deactivate] = (deeds, who, detail) => deeds.Save(who, Interview.StateCode, new OptionSetValue(detail % 2)),
        [Deed.RuleOut] = (deeds, who, _) =>
        {
            deeds.Save(who, Interview.OutOfScopeReason, "整理のため");
            deeds.Move(who, 9);
        },
        [Deed.Assign] = (deeds, who, detail) => deeds.Save(who, Interview.OwnerId, new EntityReference(SystemUser.Table, detail % 2 == 0 ? deeds.office.RepId : deeds.office.ManagerId)),
        [Deed.ChangeSnapshot] = (deeds, who, detail) => deeds.Lie(who, SnapshotLies, detail),
        [Deed.ChangeBookkeeping] = (deeds, who, detail) => deeds.Lie(who, BookkeepingLies, detail),
        [Deed.Delete] = (deeds, who, _) => who.Delete(Interview.Table, deeds.interview),
        [Deed.GiveReason] = (deeds, who, detail) => who.Create(deeds.CustomersReason(detail % 2)),
        [Deed.DropReason] = (deeds, who, _) => deeds.WithNewest(InterviewReason.Table, reason => who.Delete(InterviewReason.Table, reason)),
        [Deed.AskForWaiver] = (deeds, who, detail) => who.Create(deeds.Child(Waiver.Table, (Waiver.Reason, Desk.Choice(detail % 7)))),
        [Deed.DecideWaiver] = (deeds, who, detail) => deeds.WithNewest(Waiver.Table, waiver => who.Update(new Entity(Waiver.Table, waiver) { [Waiver.Decision] = Desk.Choice(detail % 6) })),
        [Deed.AddEvidence] = (deeds, who, _) => who.Create(deeds.Child(Tables.Evidence.Table, (Tables.Evidence.Type, Desk.Choice(2)), (Tables.Evidence.Excerpt, "議事録: 移行計画が見えない"))),
    };

    public void Do(Attempt attempt, IOrganizationService who) => All[attempt.Deed](this, who, attempt.Detail);

    private Entity CustomersReason(int rank) =>
        Child(InterviewReason.Table, (InterviewReason.ReasonId, Desk.ReasonOf(office, "H1")), (InterviewReason.Perspective, Desk.Choice(0)), (InterviewReason.Rank, Desk.Choice(rank)));

    private Entity Child(string table, params (string Column, object? Value)[] columns)
    {
        var row = new Entity(table) { [InterviewReason.InterviewId] = new EntityReference(Interview.Table, interview) };
        foreach (var (column, value) in columns)
        {
            row[column] = value;
        }

        return row;
    }

    private void WithNewest(string table, Action<Guid> act)
    {
        if (office.Rows(table).LastOrDefault(row => row.GetAttributeValue<EntityReference>(InterviewReason.InterviewId)?.Id == interview) is { } newest)
        {
            act(newest.Id);
        }
    }

    private void Lie(IOrganizationService who, (string Column, object Value)[] lies, int which)
    {
        var (column, value) = lies[which % lies.Length];
        Save(who, column, value);
    }

    private void Save(IOrganizationService who, string column, object? value) => Save(who, new Dictionary<string, object?> { [column] = value });

    private void Move(IOrganizationService who, int status) => Save(who, new Dictionary<string, object?>
    {
        [Interview.StateCode] = new OptionSetValue(status <= 5 ? 0 : 1),
        [Interview.StatusCode] = new OptionSetValue(status switch { 1 => 1, 6 => 2, _ => 727_000_000 + status }),
    });

    private void Save(IOrganizationService who, IReadOnlyDictionary<string, object?> values)
    {
        var row = new Entity(Interview.Table, interview);
        row.Attributes.AddRange(values!);
        who.Update(row);
    }
}
