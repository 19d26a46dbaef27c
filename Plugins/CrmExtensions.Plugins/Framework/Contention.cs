using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Framework;

/// <summary>Faults that say that others were in the way and nothing has happened (platform-facts.md 2, error codes).</summary>
internal static class Contention
{
    // A SQL error that is generic, as a deadlock is reported, and SQL timeout expired.
    private static readonly int[] Codes = [-2147204784, -2147204783];

    public static bool Is(FaultException<OrganizationServiceFault> fault) => Codes.Contains(fault.Detail.ErrorCode);
}
