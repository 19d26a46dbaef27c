using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using CrmExtensions.Waivers;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Reminders;

/// <summary>Who is above whom, as far as reminders need it; whoever is disabled is not there.</summary>
internal sealed class ReminderChains
{
    private const string OwnerAlias = "owner";
    private const string ManagerAlias = "manager";
    private const string UserAlias = "user";
    private readonly ILookup<Guid, Guid> heads;
    private readonly Guid? programOwner;

    private ReminderChains(ILookup<Guid, Guid> heads, Guid? programOwner)
    {
        this.heads = heads;
        this.programOwner = programOwner;
    }

    /// <summary>Heads of units and the program owner; at most two service calls.</summary>
    public static ReminderChains Read(IOrganizationService org, Policy policy, DateTime today) => new(Heads(org, today), Enabled(org, policy.ProgramOwner));

    /// <summary>Has a query of interviews bring along the owner and the owner's manager.</summary>
    public static void LinkOwner(QueryExpression query)
    {
        var owner = query.AddLink(SystemUser.Table, Interview.OwningUser, SystemUser.Id, JoinOperator.LeftOuter);
        owner.EntityAlias = OwnerAlias;
        owner.Columns = new ColumnSet(SystemUser.IsDisabled, SystemUser.ParentSystemUserId, SystemUser.BusinessUnitId);
        var manager = owner.AddLink(SystemUser.Table, SystemUser.ParentSystemUserId, SystemUser.Id, JoinOperator.LeftOuter);
        manager.EntityAlias = ManagerAlias;
        manager.Columns = new ColumnSet(SystemUser.IsDisabled);
    }

    /// <summary>The chain of an interview that such a query has found; a team owns it where no user does.</summary>
    public ReminderChain Of(Entity row)
    {
        var unit = row.Linked<EntityReference>(OwnerAlias, SystemUser.BusinessUnitId) ?? row.GetAttributeValue<EntityReference>(Interview.OwningBusinessUnit);
        return new ReminderChain(
            row.Linked<bool>(OwnerAlias, SystemUser.IsDisabled) ? null : row.GetAttributeValue<EntityReference>(Interview.OwningUser)?.Id,
            row.Linked<bool>(ManagerAlias, SystemUser.IsDisabled) ? null : row.Linked<EntityReference>(OwnerAlias, SystemUser.ParentSystemUserId)?.Id,
            unit is null ? [] : [.. heads[unit.Id]],
            programOwner);
    }

    private static ILookup<Guid, Guid> Heads(IOrganizationService org, DateTime today)
    {
        var query = new QueryExpression(Approver.Table) { ColumnSet = new ColumnSet(Approver.BusinessUnitId, Approver.UserId, Approver.Kind, Approver.From, Approver.To) };
        query.Criteria.AddCondition(Approver.StateCode, ConditionOperator.Equal, Approver.StateCodeOption.Active);
        query.Criteria.AddCondition(Approver.Kind, ConditionOperator.Equal, Approver.KindOption.Head);
        query.Criteria.AddCondition(Approver.BusinessUnitId, ConditionOperator.NotNull);
        var user = query.AddLink(SystemUser.Table, Approver.UserId, SystemUser.Id, JoinOperator.Inner);
        user.EntityAlias = UserAlias;
        user.LinkCriteria.AddCondition(SystemUser.IsDisabled, ConditionOperator.Equal, false);
        return org.RetrieveMultiple(query).Entities
            .Where(row => ApproverOf(row).IsNamedOn(today))
            .ToLookup(row => row.GetAttributeValue<EntityReference>(Approver.BusinessUnitId)!.Id, row => ApproverOf(row).User);
    }

    private static ApproverRow ApproverOf(Entity row) => new(
        row.GetAttributeValue<EntityReference>(Approver.UserId)!.Id,
        ApproverKind.Head,
        row.GetAttributeValue<DateTime?>(Approver.From),
        row.GetAttributeValue<DateTime?>(Approver.To));

    private static Guid? Enabled(IOrganizationService org, Guid? user)
    {
        if (user is null)
        {
            return null;
        }

        var query = new QueryExpression(SystemUser.Table) { ColumnSet = new ColumnSet(false) };
        query.Criteria.AddCondition(SystemUser.Id, ConditionOperator.Equal, user.Value);
        query.Criteria.AddCondition(SystemUser.IsDisabled, ConditionOperator.Equal, false);
        return org.RetrieveMultiple(query).Entities.Count > 0 ? user : null;
    }
}
