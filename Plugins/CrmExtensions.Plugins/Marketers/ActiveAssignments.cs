using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Marketers;

/// <summary>Assignments that are not switched off, whenever they are.</summary>
internal static class ActiveAssignments
{
    private const string UserAlias = "marketer";

    /// <summary>One service call a page.</summary>
    public static IReadOnlyList<Assignment> Of(IOrganizationService org, Guid marketer, Guid unit)
    {
        var query = Query();
        query.Criteria.AddCondition(MarketerAssignment.MarketerId, ConditionOperator.Equal, marketer);
        query.Criteria.AddCondition(MarketerAssignment.BusinessUnitId, ConditionOperator.Equal, unit);
        return [.. org.ReadAll(query).Select(Read)];
    }

    /// <summary>Those of enabled users to the units; one service call a page.</summary>
    public static ILookup<Guid, Assignment> To(IOrganizationService org, IEnumerable<Guid> units)
    {
        var query = Query();
        query.Criteria.AddCondition(MarketerAssignment.BusinessUnitId, ConditionOperator.In, [.. units]);
        var user = query.AddLink(SystemUser.Table, MarketerAssignment.MarketerId, SystemUser.Id, JoinOperator.Inner);
        user.EntityAlias = UserAlias;
        user.LinkCriteria.AddCondition(SystemUser.IsDisabled, ConditionOperator.Equal, false);
        return org.ReadAll(query).Select(Read).ToLookup(assignment => assignment.Unit);
    }

    private static QueryExpression Query()
    {
        var query = new QueryExpression(MarketerAssignment.Table)
        {
            ColumnSet = new ColumnSet(MarketerAssignment.MarketerId, MarketerAssignment.BusinessUnitId, MarketerAssignment.From, MarketerAssignment.To),
        };
        query.Criteria.AddCondition(MarketerAssignment.StateCode, ConditionOperator.Equal, MarketerAssignment.StateCodeOption.Active);
        query.AddOrder(MarketerAssignment.Id, OrderType.Ascending);
        return query;
    }

    private static Assignment Read(Entity row) => new(
        row.Id,
        row.GetAttributeValue<EntityReference>(MarketerAssignment.MarketerId)?.Id ?? Guid.Empty,
        row.GetAttributeValue<EntityReference>(MarketerAssignment.BusinessUnitId)?.Id ?? Guid.Empty,
        row.GetAttributeValue<DateTime?>(MarketerAssignment.From),
        row.GetAttributeValue<DateTime?>(MarketerAssignment.To));
}
