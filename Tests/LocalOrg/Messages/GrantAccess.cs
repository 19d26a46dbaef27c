using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using Microsoft.Crm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

/// <summary>Shares a row with a user or team.</summary>
internal sealed class GrantAccess : SharingMessage
{
    public override string RequestName => "GrantAccess";

    public override void Run(Operation operation)
    {
        var row = Row(operation, Access.Share);
        var given = Granted(operation, row);
        var shares = operation.Engine.Shares;

        // Whether a second grant adds to the first or replaces it is not documented; where both come to the same it is no matter.
        var known = shares.OwnOf(row.Id, given.Principal!.Id, operation.Unit!.Session) ?? AccessRights.None;
        if (!given.AccessMask.HasFlag(known))
        {
            throw new NotSupportedByLocalOrgException("granting other rights to who has some already: ModifyAccess says which are to hold");
        }

        shares.Set(operation, operation.Metadata, row.Id, given.Principal, given.AccessMask);
    }
}
