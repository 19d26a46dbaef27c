using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;
using CrmExtensions.Tables;

namespace CrmExtensions.Local.Messages;

internal sealed class AddMembersTeam : TeamMembersMessage
{
    public override string RequestName => "AddMembersTeam";

    protected override void Apply(Operation operation, Table membership, Guid user)
    {
        if (Find(operation, user) is not null)
        {
            throw new NotSupportedByLocalOrgException("adding to a team who is a member already");
        }

        operation.Engine.Writer(operation.Unit!).Insert(new RowValues(membership)
        {
            [TeamMembership.Id] = operation.Engine.NewId(),
            [TeamMembership.TeamId] = operation.RowId,
            [TeamMembership.SystemUserId] = user,
        });
    }
}
