using System.ServiceModel;
using CrmExtensions.Framework;
using CrmExtensions.Notifications;
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
        // First, since nobody is asked to fill in what is ruled out.
        var judged = Try(run, "clean-up policy", () => OutOfScopeByPolicy.Apply(run, interviewId));
        var interview = run.Org.Retrieve(Interview.Table, interviewId, new ColumnSet(
            Interview.OpportunityId,
            Interview.CloseKey,
            Interview.LateCloseKey,
            Interview.Outcome,
            Interview.PeriodKey,
            Interview.ClosedById,
            Interview.OwnerIdAtClose,
            Interview.OwnerId,
            Interview.CreatedBy,
            Interview.Name,
            Interview.PartADueOn,
            Interview.IsCurrent,
            Interview.ClosedVia,
            Interview.StateCode,
            Interview.PreparedOn));
        var filled = Try(run, "competitors", () => CompetitorPrefill.Fill(run.Org, interview))
            & Try(run, "product line", () => FillProductLine(run, interview));
        var month = interview.GetAttributeValue<string>(Interview.PeriodKey)!;
        var promised = true;
        Try(run, "fold ticket", () => promised = FoldAgenda.Promise(run, month));
        var owner = Assign(run, interview);

        // Near the end, so that a job which was lost on the way, or an owner who could not be given, is tried again by the sweep.
        if (judged && filled && owner is not null)
        {
            run.Org.Update(new Entity(Interview.Table, interviewId) { [Interview.PreparedOn] = run.Now }.ByServer());
            Notify(run, interview, owner);
        }

        if (!promised)
        {
            throw FoldAgenda.TryLater(month);
        }
    }

    // After the mark, so that nobody is told twice: a notification that could not be sent is not worth a second attempt.
    private static void Notify(PluginRun run, Entity interview, EntityReference owner)
    {
        if (interview.Contains(Interview.PreparedOn) || !IsToBeFilledIn(interview))
        {
            return;
        }

        if (owner.LogicalName == SystemUser.Table)
        {
            Try(run, "notification", () => CloseNotices.AskForReflection(run, interview, owner.Id));
        }

        if (interview.GetAttributeValue<EntityReference>(Interview.ClosedById) is { } closer)
        {
            Try(run, "gate warning", () => CloseNotices.WarnOverLimit(run, closer.Id));
        }
    }

    // Nobody is asked for one that a reopening or the next close has overtaken, nor for those that the sweep finds, which may
    // be years of deals at once: the digest comes to them.
    private static bool IsToBeFilledIn(Entity interview) =>
        interview.GetAttributeValue<bool>(Interview.IsCurrent)
        && interview.GetAttributeValue<OptionSetValue>(Interview.ClosedVia)?.Value != Interview.ClosedViaOption.Sweep
        && interview.GetAttributeValue<OptionSetValue>(Interview.StateCode)?.Value == Interview.StateCodeOption.Active;

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

    // Of the catalogue only: what a seller writes in for a product may be anything, and the line is shown to marketing.
    private static void FillProductLine(PluginRun run, Entity interview)
    {
        if (interview.GetAttributeValue<EntityReference>(Interview.OpportunityId) is not { } opportunity)
        {
            return;
        }

        const string Catalogue = "catalogue";
        var query = new QueryExpression(OpportunityProduct.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        var product = query.AddLink(Product.Table, OpportunityProduct.ProductId, Product.Id);
        product.EntityAlias = Catalogue;
        product.Columns = new ColumnSet(Product.Name);
        query.Criteria.AddCondition(OpportunityProduct.OpportunityId, ConditionOperator.Equal, opportunity.Id);
        query.AddOrder(OpportunityProduct.ExtendedAmount, OrderType.Descending);
        var top = run.Org.RetrieveMultiple(query).Entities.FirstOrDefault();
        if (top?.GetAttributeValue<AliasedValue>(Catalogue + "." + Product.Name)?.Value is string name)
        {
            run.Org.Update(new Entity(Interview.Table, interview.Id) { [Interview.ProductLine] = name }.ByServer());
        }
    }

    // The interview belongs to whoever closed the deal; to its owner where the closer may not read interviews.
    private static EntityReference? Assign(PluginRun run, Entity interview)
    {
        var present = interview.GetAttributeValue<EntityReference>(Interview.OwnerId);
        if (!Equals(present?.Id, interview.GetAttributeValue<EntityReference>(Interview.CreatedBy)?.Id))
        {
            return present;
        }

        var candidates = new[] { Interview.ClosedById, Interview.OwnerIdAtClose }.Select(column => interview.GetAttributeValue<EntityReference>(column));
        foreach (var user in candidates.OfType<EntityReference>())
        {
            var owner = new EntityReference(SystemUser.Table, user.Id);
            if (Try(run, "owner " + user.Id, () => run.Org.Update(new Entity(Interview.Table, interview.Id) { [Interview.OwnerId] = owner }.ByServer())))
            {
                return owner;
            }
        }

        return null;
    }
}
