using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Faults;

/// <summary>What the platform says about closing opportunities (platform-facts.md 1).</summary>
internal static class OpportunityFaults
{
    public static FaultException<OrganizationServiceFault> AlreadyClosed() => Fault.Of(-2147220203, "The opportunity has already been closed.");

    public static FaultException<OrganizationServiceFault> CannotBeClosed(string why) => Fault.Of(-2147220202, "The opportunity cannot be closed. " + why);

    public static FaultException<OrganizationServiceFault> MissingOpportunity() => Fault.Of(-2147206379, "The opportunity id is missing or invalid.");

    public static FaultException<OrganizationServiceFault> UseTheMessage(bool won) => Fault.Of(
        -2147220989,
        won
            ? "This message can not be used to set the state of opportunity to Won. In order to set the state of opportunity to Won, use the WinOpportunityRequest message instead."
            : "This message can not be used to set the state of opportunity to Lost. In order to set the state of opportunity to Lost, use the LostOpportunityRequest message instead.");
}
