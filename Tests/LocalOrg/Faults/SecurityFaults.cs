using System.ServiceModel;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Faults;

/// <summary>What the platform says when a right is missing.</summary>
internal static class SecurityFaults
{
    public static FaultException<OrganizationServiceFault> MissingPrivilege(Guid user, string privilege, string table) => Fault.Of(
        -2147220960,
        $"Principal user (Id={user:D}, type=8) is missing {privilege} privilege for entity '{table}'.");

    public static FaultException<OrganizationServiceFault> NoAccess(Guid user, string privilege, string table, Guid row) => Fault.Of(
        -2147187962,
        $"SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: {row:D}, ObjectType: {table}, CallingUser: {user:D}, missing: {privilege}.");

    public static FaultException<OrganizationServiceFault> SecuredColumn(Guid user, Table table, Column column) => Fault.Of(
        -2147158777,
        $"User with Id: {user:D} does not have permissions for the secured attribute '{column.Name}' of entity '{table.Name}'.");

    public static FaultException<OrganizationServiceFault> UnknownUser(Guid user) => Fault.Of(
        -2147220969,
        $"Entity 'systemuser' With Id = {user:D} Does Not Exist");
}
