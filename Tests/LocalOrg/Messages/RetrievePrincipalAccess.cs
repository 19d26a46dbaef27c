using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>What a user may do with a row: by role, as owner, and by sharing.</summary>
internal sealed class RetrievePrincipalAccess : SharingMessage
{
    public override string RequestName => "RetrievePrincipalAccess";

    public override bool IsReadOnly => true;

    public override void Run(Operation operation)
    {
        var row = Row(operation, Access.Read);
        var principal = operation.Required<EntityReference>("Principal");
        if (principal.LogicalName != SystemUser.Table)
        {
            throw new NotSupportedByLocalOrgException($"the access of a row of '{principal.LogicalName}'");
        }

        operation.Results["AccessRights"] = operation.Engine.AccessOf(principal.Id, operation.Unit!.Session).RightsOn(operation.Metadata, row);
    }
}
