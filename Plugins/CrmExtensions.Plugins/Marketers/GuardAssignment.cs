using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Marketers;

/// <summary>Holds an assignment to what it needs: somebody, somewhere, for days that follow each other and are not taken yet (product.md 5.1).</summary>
/// <remarks>Two service calls. An inactive assignment gives nothing, so it is not judged until it becomes active again.</remarks>
[Step(Message.Create, MarketerAssignment.Table, Stage.PreOperation)]
[Step(Message.Update, MarketerAssignment.Table, Stage.PreOperation, PreImageOfAll = true)]
public sealed class GuardAssignment : Plugin
{
    protected override void Run(PluginRun run)
    {
        var before = run.Context.PreEntityImages.TryGetValue(Image.Pre, out var image) && image is not null ? image : new Entity(MarketerAssignment.Table);
        if (After<OptionSetValue>(run.Target, before, MarketerAssignment.StateCode)?.Value == MarketerAssignment.StateCodeOption.Inactive)
        {
            return;
        }

        var marketer = After<EntityReference>(run.Target, before, MarketerAssignment.MarketerId)?.Id;
        var unit = After<EntityReference>(run.Target, before, MarketerAssignment.BusinessUnitId)?.Id;
        run.Refuse(AssignmentRules.Judge(new AssignmentDraft
        {
            Marketer = marketer,
            MarketerIsDisabled = marketer is { } user && IsDisabled(run.Org, user),
            Unit = unit,
            From = After<DateTime?>(run.Target, before, MarketerAssignment.From),
            To = After<DateTime?>(run.Target, before, MarketerAssignment.To),
            Others = marketer is { } who && unit is { } where ? [.. ActiveAssignments.Of(run.Org, who, where).Where(other => other.Id != run.RowId)] : [],
        }));
    }

    private static T? After<T>(Entity target, Entity before, string column) =>
        target.Contains(column) ? target.GetAttributeValue<T>(column) : before.GetAttributeValue<T>(column);

    private static bool IsDisabled(IOrganizationService org, Guid user)
    {
        var query = new QueryExpression(SystemUser.Table) { ColumnSet = new ColumnSet(SystemUser.IsDisabled), TopCount = 1 };
        query.Criteria.AddCondition(SystemUser.Id, ConditionOperator.Equal, user);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<bool>(SystemUser.IsDisabled) ?? false;
    }
}
