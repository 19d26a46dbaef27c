using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>Shares a row no longer; what it inherits from the row it belongs to stays (PD/security-sharing-assigning.md).</summary>
internal sealed class RevokeAccess : SharingMessage
{
    public override string RequestName => "RevokeAccess";

    public override void Run(Operation operation)
    {
        var row = Row(operation, Access.Share);
        var principal = operation.Required<EntityReference>("Revokee");
        DemandPrincipal(operation, principal);
        operation.Engine.Shares.Set(operation, operation.Metadata, row.Id, principal, AccessRights.None);
    }
}
