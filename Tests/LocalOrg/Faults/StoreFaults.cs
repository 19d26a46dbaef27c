using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Faults;

/// <summary>What the platform says when its database ends a statement because others are at work (platform-facts.md 2, error codes).</summary>
internal static class StoreFaults
{
    public static FaultException<OrganizationServiceFault> Deadlock() => Fault.Of(
        -2147204784,
        "Sql error: Generic SQL error. CRM ErrorCode: -2147204784 Sql ErrorCode: -2146232060 Sql Number: 1205");

    public static FaultException<OrganizationServiceFault> Timeout() => Fault.Of(
        -2147204783,
        "Sql error: SQL timeout expired. CRM ErrorCode: -2147204783 Sql ErrorCode: -2146232060 Sql Number: -2");
}
