using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>What somebody tries with one interview.</summary>
internal sealed class InterviewDeeds(Office office, Guid interview)
{
    private static readonly (string Column, object Value)[] SnapshotLies =
    [
        (Interview.CloseKey, "oc-else"), (Interview.Outcome, Desk.Choice(0)), (Interview.ClosedOn, new DateTime(2020, 1, 1)), (Interview.BaseValue, 1m), (Interview.DueOn, new DateTime(2030, 1, 1)),
    ];

    private static readonly (string Column, object Value)[] BookkeepingLies =
    [
        (Interview.IsCurrent, false), (Interview.SpecificityScore, 100), (Interview.SpecificityBand, Desk.Choice(2)), (Interview.CompletedOn, new DateTime(2026, 5, 1)), (Interview.OnTime, true),
    ];

    public void Do(Attempt attempt, IOrganizationService who)
    {
        switch (attempt.Deed)
        {
            case Deed.Reflect:
                Save(who, Desk.Reflection(office));
                break;
            case Deed.Hear:
                Save(who, Desk.Hearing(office));
                break;
            case Deed.WriteVaguely:
                Save(who, new Dictionary<string, object?> { [Interview.MomentNarrative] = "価格面", [Interview.DecidingRemark] = null, [Interview.Contrast] = null });
                break;
            case Deed.FillIn:
                Save(who, Desk.Reflection(office).Concat(Desk.Hearing(office)).ToDictionary());
                who.Create(CustomersReason(attempt.Detail % 2));
                break;
            case Deed.WriteNote:
                Save(who, Desk.Reflection(office).Concat(Desk.Note).ToDictionary());
                break;
            case Deed.Submit:
                Move(who, 4);
                break;
            case Deed.Review:
                Move(who, 5 + (attempt.Detail % 3));
                break;
            case Deed.SetAnyStatus:
                Move(who, 1 + (attempt.Detail % 9));
                break;
            case Deed.Deactivate:
                Save(who, new Dictionary<string, object?> { [Interview.StateCode] = new OptionSetValue(attempt.Detail % 2) });
                break;
            case Deed.RuleOut:
                Save(who, new Dictionary<string, object?> { [Interview.OutOfScopeReason] = "整理のため" });
                Move(who, 9);
                break;
            case Deed.Assign:
                Save(who, new Dictionary<string, object?> { [Interview.OwnerId] = new EntityReference(SystemUser.Table, attempt.Detail % 2 == 0 ? office.RepId : office.ManagerId) });
                break;
            case Deed.ChangeSnapshot:
                Lie(who, SnapshotLies, attempt.Detail);
                break;
            case Deed.ChangeBookkeeping:
                Lie(who, BookkeepingLies, attempt.Detail);
                break;
            case Deed.Delete:
                who.Delete(Interview.Table, interview);
                break;
            default:
                DoBelow(attempt, who);
                break;
        }
    }

    private void DoBelow(Attempt attempt, IOrganizationService who)
    {
        switch (attempt.Deed)
        {
            case Deed.GiveReason:
                who.Create(CustomersReason(attempt.Detail % 2));
                break;
            case Deed.DropReason when Newest(InterviewReason.Table) is { } reason:
                who.Delete(InterviewReason.Table, reason);
                break;
            case Deed.AskForWaiver:
                who.Create(Child(Waiver.Table, (Waiver.Reason, Desk.Choice(attempt.Detail % 7))));
                break;
            case Deed.DecideWaiver when Newest(Waiver.Table) is { } waiver:
                who.Update(new Entity(Waiver.Table, waiver) { [Waiver.Decision] = Desk.Choice(attempt.Detail % 6) });
                break;
            case Deed.AddEvidence:
                who.Create(Child(Tables.Evidence.Table, (Tables.Evidence.Type, Desk.Choice(2)), (Tables.Evidence.Excerpt, "議事録: 移行計画が見えない")));
                break;
        }
    }

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

    private Guid? Newest(string table) =>
        office.Rows(table).LastOrDefault(row => row.GetAttributeValue<EntityReference>(InterviewReason.InterviewId)?.Id == interview)?.Id;

    private void Lie(IOrganizationService who, (string Column, object Value)[] lies, int which)
    {
        var (column, value) = lies[which % lies.Length];
        Save(who, new Dictionary<string, object?> { [column] = value });
    }

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
