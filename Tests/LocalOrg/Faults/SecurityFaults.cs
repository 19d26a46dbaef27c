using System.ServiceModel;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Security;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Faults;

/// <summary>What the platform says when a right is missing.</summary>
internal static class SecurityFaults
{
    private const int MissingPrivilegeCode = -2147220960;

    /// <summary>Names who lacks what on which table; ids of privileges differ between orgs, here they derive from the name.</summary>
    public static FaultException<OrganizationServiceFault> MissingPrivilege(Principal user, string privilege, Table table) => Fault.Of(
        MissingPrivilegeCode,
        FormattableString.Invariant($"{Missing(user, privilege)} on OTC={ObjectTypeCodes.Of(table.Name)} for entity '{table.Name}' (LocalizedName='{table.Labels.In(Labels.English)}'). {Advice(user)}"));

    /// <summary>The same for a privilege that is about no table.</summary>
    public static FaultException<OrganizationServiceFault> MissingPrivilege(Principal user, string privilege) =>
        Fault.Of(MissingPrivilegeCode, $"{Missing(user, privilege)}. {Advice(user)}");

    public static FaultException<OrganizationServiceFault> NoAccess(Guid user, string privilege, string table, Guid row) => Fault.Of(
        -2147187962,
        $"SecLib::AccessCheckEx failed. Returned hr = -2147187962, ObjectID: {row:D}, ObjectType: {table}, CallingUser: {user:D}, missing: {privilege}.");

    public static FaultException<OrganizationServiceFault> SecuredColumn(Guid user, Table table, Column column) => Fault.Of(
        -2147158777,
        $"User with Id: {user:D} does not have permissions for the secured attribute '{column.Name}' of entity '{table.Name}'.");

    public static FaultException<OrganizationServiceFault> UnknownUser(Guid user) => Fault.Of(
        -2147220969,
        $"Entity 'systemuser' With Id = {user:D} Does Not Exist");

    // SUP/.../error-when-trying-to-save-record: so for whom a step runs as, too.
    public static FaultException<OrganizationServiceFault> DisabledUser() => Fault.Of(
        -2147220955,
        "The specified user is either disabled or is not a member of any business unit");

    public static FaultException<OrganizationServiceFault> RoleForAccessTeam() => Fault.Of(-2147187919, "Cannot assign roles or profiles to an access team.");

    public static FaultException<OrganizationServiceFault> OwnedByAccessTeam() => Fault.Of(
        -2147187904,
        "You cannot assign a record to the access team. You can assign a record to the owner team.");

    private static string Missing(Principal user, string privilege) => FormattableString.Invariant(
        $"Principal user (Id={user.Id:D}, type=8, roleCount={user.RoleCount}, privilegeCount={user.Privileges.Count}, accessMode='0 Read-Write', businessUnitId={user.BusinessUnit:D}), is missing {privilege} privilege (Id={PrivilegeIds.Of(privilege):D})");

    private static string Advice(Principal user) =>
        $"context.Caller={user.Id:D}. Consider adding missed privilege to one of the principal (user/team) roles.";
}
