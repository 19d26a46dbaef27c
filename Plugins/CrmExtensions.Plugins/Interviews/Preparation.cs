using System.ServiceModel;
using CrmExtensions.Framework;
using CrmExtensions.Rollups;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Interviews;

/// <summary>What a new interview needs besides its snapshot. Outside any transaction, so one piece that fails stops no other; the sweep tries again.</summary>
internal static class Preparation
{
    public static void Prepare(PluginRun run, Guid interviewId)
    {
        var interview = run.Org.Retrieve(Interview.Table, interviewId, new ColumnSet(
            Interview.OpportunityId,
            Interview.CloseKey,
            Interview.LateCloseKey,
            Interview.Outcome,
            Interview.PeriodKey,
            Interview.ClosedById,
            Interview.OwnerIdAtClose,
            Interview.OwnerId,
            Interview.CreatedBy));
        var filled = Try(run, "competitors", () => CompetitorPrefill.Fill(run.Org, interview))
            & Try(run, "product line", () => FillProductLine(run, interview))
            & Try(run, "clean-up policy", () => OutOfScopeByPolicy.Apply(run, interviewId));
        Try(run, "fold ticket", () => FoldTickets.Promise(run, interview.GetAttributeValue<string>(Interview.PeriodKey)!));
        var assigned = Assign(run, interview);

        // Last, so that a job which was lost on the way, or an owner who could not be given, is tried again by the sweep.
        if (filled && assigned)
        {
            run.Org.Update(new Entity(Interview.Table, interviewId) { [Interview.PreparedOn] = run.Now }.ByServer());
        }
    }

    private static bool Try(PluginRun run, string piece, Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            run.Trace(piece + ": " + fault.Message);
            return false;
        }
    }

    private static void FillProductLine(PluginRun run, Entity interview)
    {
        if (interview.GetAttributeValue<EntityReference>(Interview.OpportunityId) is not { } opportunity)
        {
            return;
        }

        var query = new QueryExpression(OpportunityProduct.Table)
        {
            ColumnSet = new ColumnSet(OpportunityProduct.OpportunityProductName, OpportunityProduct.ProductDescription),
            TopCount = 1,
        };
        query.Criteria.AddCondition(OpportunityProduct.OpportunityId, ConditionOperator.Equal, opportunity.Id);
        query.AddOrder(OpportunityProduct.ExtendedAmount, OrderType.Descending);
        var top = run.Org.RetrieveMultiple(query).Entities.FirstOrDefault();
        var name = top?.GetAttributeValue<string>(OpportunityProduct.ProductDescription) ?? top?.GetAttributeValue<string>(OpportunityProduct.OpportunityProductName);
        if (name is not null)
        {
            run.Org.Update(new Entity(Interview.Table, interview.Id) { [Interview.ProductLine] = name }.ByServer());
        }
    }

    // The interview belongs to whoever closed the deal; to its owner where the closer may not read interviews.
    private static bool Assign(PluginRun run, Entity interview)
    {
        if (!Equals(interview.GetAttributeValue<EntityReference>(Interview.OwnerId)?.Id, interview.GetAttributeValue<EntityReference>(Interview.CreatedBy)?.Id))
        {
            return true;
        }

        var candidates = new[] { Interview.ClosedById, Interview.OwnerIdAtClose }.Select(column => interview.GetAttributeValue<EntityReference>(column));
        foreach (var user in candidates.OfType<EntityReference>())
        {
            var owner = new EntityReference(SystemUser.Table, user.Id);
            if (Try(run, "owner " + user.Id, () => run.Org.Update(new Entity(Interview.Table, interview.Id) { [Interview.OwnerId] = owner }.ByServer())))
            {
                return true;
            }
        }

        return false;
    }
}
