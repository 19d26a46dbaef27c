using System.ServiceModel;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Framework;

/// <summary>
/// Creating where a twin may win the race. Only for asynchronous steps and custom APIs: in a synchronous step any fault has
/// ended the transaction already (platform-facts.md 0).
/// </summary>
internal static class DuplicateKey
{
    // DuplicateRecordEntityKey and DuplicateRecord: which of the two an alternate key raises is not the same everywhere.
    private static readonly int[] Codes = [-2147088238, -2147220937];

    /// <summary>Creates the row; false when its alternate key is taken.</summary>
    public static bool TryCreate(this IOrganizationService org, Entity row)
    {
        try
        {
            org.Create(row);
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Codes.Contains(fault.Detail.ErrorCode))
        {
            return false;
        }
    }
}
