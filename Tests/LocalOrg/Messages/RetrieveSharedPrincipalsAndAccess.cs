using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using Microsoft.Crm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

/// <summary>With whom a row is shared, and for what.</summary>
internal sealed class RetrieveSharedPrincipalsAndAccess : SharingMessage
{
    public override string RequestName => "RetrieveSharedPrincipalsAndAccess";

    public override bool IsReadOnly => true;

    public override void Run(Operation operation)
    {
        var row = Row(operation, Access.Read);
        operation.Results["PrincipalAccesses"] = operation.Engine.Shares.Of(row.Id, operation.Unit!.Session).Where(share => share.AccessMask != AccessRights.None).ToArray();
    }
}
