using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Messages;

/// <summary>What AddMembersTeam and RemoveMembersTeam share: the team and the users must be there.</summary>
internal abstract class TeamMembersMessage : MessageHandler
{
    private const string TeamId = "TeamId";
    private const string MemberIds = "MemberIds";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) =>
        request.Parameters.TryGetValue(TeamId, out var value) && value is Guid team
            ? new Subject(Team.Table, team)
            : throw DataFaults.MissingParameter(RequestName, TeamId);

    public override void Run(Operation operation)
    {
        var engine = operation.Engine;
        var team = operation.Before() ?? throw DataFaults.NoSuchRow(Team.Table, operation.RowId);
        operation.Access.Demand(operation.Metadata, team, Access.Write);
        var queries = engine.QueriesAsSystem(operation.Unit!.Session);
        foreach (var user in operation.Required<Guid[]>(MemberIds))
        {
            if (queries.Find(SystemUser.Table, user, new ColumnSet(false)) is null)
            {
                throw DataFaults.NoSuchRow(SystemUser.Table, user);
            }

            Apply(operation, engine.TableOf(TeamMembership.Table), user);
        }
    }

    /// <summary>Adds or removes one.</summary>
    /// <exception cref="NotSupportedByLocalOrgException">The user is in already, or not at all: what Dataverse makes of that is not documented.</exception>
    protected abstract void Apply(Operation operation, Table membership, Guid user);

    protected static Entity? Find(Operation operation, Guid user) => operation.Engine.QueriesAsSystem(operation.Unit!.Session).Run(new Queries.Query
    {
        Table = TeamMembership.Table,
        Filter = new Group(IsOr: false,
        [
            new Condition(null, TeamMembership.TeamId, ConditionOperator.Equal, [operation.RowId]),
            new Condition(null, TeamMembership.SystemUserId, ConditionOperator.Equal, [user]),
        ]),
    }).Entities.FirstOrDefault();
}
