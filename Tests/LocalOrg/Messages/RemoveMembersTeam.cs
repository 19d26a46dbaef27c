using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;

namespace CrmExtensions.Local.Messages;

internal sealed class RemoveMembersTeam : TeamMembersMessage
{
    public override string RequestName => "RemoveMembersTeam";

    protected override void Apply(Operation operation, Table membership, Guid user)
    {
        var row = Find(operation, user) ?? throw new NotSupportedByLocalOrgException("removing from a team who is no member");
        operation.Engine.Writer(operation.Unit!).Delete(membership, row.Id);
    }
}
