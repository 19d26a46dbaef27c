using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;

namespace CrmExtensions.Local.Messages;

/// <summary>Replaces the rights a row is shared for.</summary>
internal sealed class ModifyAccess : SharingMessage
{
    public override string RequestName => "ModifyAccess";

    public override void Run(Operation operation)
    {
        var row = Row(operation, Access.Share);
        var given = Granted(operation, row);
        var shares = operation.Engine.Shares;
        if (shares.OwnOf(row.Id, given.Principal!.Id, operation.Unit!.Session) is null)
        {
            throw new NotSupportedByLocalOrgException("modifying the access of who has been granted none: what Dataverse makes of that is not documented");
        }

        shares.Set(operation, operation.Metadata, row.Id, given.Principal, given.AccessMask);
    }
}
