using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Sales;

/// <summary>What WinOpportunity and LoseOpportunity share.</summary>
internal abstract class CloseOpportunity(int state) : MessageHandler
{
    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session)
    {
        var close = request.Parameters.TryGetValue("OpportunityClose", out var value) ? value as Entity : null;
        var opportunity = close?.GetAttributeValue<EntityReference>(OpportunityClose.OpportunityId) ?? throw OpportunityFaults.MissingOpportunity();
        return new Subject(Opportunity.Table, opportunity.Id);
    }

    public override void Run(Operation operation) => operation.Engine.Rules.Closing.Close(operation, state);
}
