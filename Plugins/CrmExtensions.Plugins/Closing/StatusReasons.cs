using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;

namespace CrmExtensions.Closing;

/// <summary>Status reasons may be an organisation's own, so only its metadata tells which state one belongs to; never its number.</summary>
internal static class StatusReasons
{
    /// <summary>The outcome that a status reason of an opportunity means; one service call.</summary>
    public static Outcome? OutcomeOf(IOrganizationService org, int statusReason)
    {
        var response = (RetrieveAttributeResponse)org.Execute(new RetrieveAttributeRequest
        {
            EntityLogicalName = Opportunity.Table,
            LogicalName = Opportunity.StatusCode,
            RetrieveAsIfPublished = false,
        });
        var option = ((StatusAttributeMetadata)response.AttributeMetadata).OptionSet.Options
            .OfType<StatusOptionMetadata>()
            .FirstOrDefault(candidate => candidate.Value == statusReason);
        return option?.State switch
        {
            (int)OpportunityState.Won => Outcome.Won,
            (int)OpportunityState.Lost => Outcome.Lost,
            _ => null,
        };
    }
}
