using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using CrmExtensions.Waivers;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Interviews;

/// <summary>Who may decide over an interview: the manager of its owner, and whom the owner's unit has named (product.md 5.1, wl_approver).</summary>
internal static class ReviewersOf
{
    private const string ApproverAlias = "approver";

    /// <summary>One service call.</summary>
    public static Approvers Owner(IOrganizationService org, Guid owner, DateTime today, Policy policy)
    {
        var query = new QueryExpression(SystemUser.Table) { ColumnSet = new ColumnSet(SystemUser.ParentSystemUserId) };
        query.Criteria.AddCondition(SystemUser.Id, ConditionOperator.Equal, owner);
        var link = query.AddLink(Approver.Table, SystemUser.BusinessUnitId, Approver.BusinessUnitId, JoinOperator.LeftOuter);
        link.EntityAlias = ApproverAlias;
        link.Columns = new ColumnSet(Approver.UserId, Approver.Kind, Approver.From, Approver.To);
        link.LinkCriteria.AddCondition(Approver.StateCode, ConditionOperator.Equal, Approver.StateCodeOption.Active);
        var rows = org.RetrieveMultiple(query).Entities;
        return Approvers.On(
            today,
            rows.FirstOrDefault()?.GetAttributeValue<EntityReference>(SystemUser.ParentSystemUserId)?.Id,
            rows.Where(row => row.Contains(ApproverAlias + "." + Approver.UserId)).Select(RowOf),
            policy.ProgramOwner is { } programOwner ? [programOwner] : []);
    }

    private static ApproverRow RowOf(Entity row) => new(
        row.Linked<EntityReference>(ApproverAlias, Approver.UserId)!.Id,
        (ApproverKind)(Choices.Offset(row.Linked<OptionSetValue>(ApproverAlias, Approver.Kind)) ?? 0),
        row.Linked<DateTime?>(ApproverAlias, Approver.From),
        row.Linked<DateTime?>(ApproverAlias, Approver.To));
}
