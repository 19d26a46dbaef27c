using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Marketers;

/// <summary>The marketer team of a business unit as it is, and what must change so that its members are those assigned today.</summary>
/// <remarks>Access is membership in this team and nothing else: no row is shared, and no other team is touched (product.md 8).</remarks>
internal sealed class MarketerTeam
{
    private static readonly Relationship Roles = new("teamroles_association");
    private readonly Guid unit;
    private readonly bool exists;
    private readonly bool hasRole;
    private readonly TeamChange change;

    private MarketerTeam(Guid unit, bool exists, bool hasRole, TeamChange change)
    {
        this.unit = unit;
        this.exists = exists;
        this.hasRole = hasRole;
        this.change = change;
    }

    private Guid Id => MarketerTeams.IdOf(unit);

    /// <summary>The teams of the units; four service calls.</summary>
    public static IReadOnlyList<MarketerTeam> Read(IOrganizationService org, IReadOnlyList<Guid> units, DateTime day)
    {
        var ids = Array.ConvertAll([.. units], unit => (object)MarketerTeams.IdOf(unit));
        var assignments = ActiveAssignments.To(org, units);
        var members = org.ReadAll(Of(TeamMembership.Table, TeamMembership.TeamId, ids, TeamMembership.TeamId, TeamMembership.SystemUserId))
            .ToLookup(row => row.GetAttributeValue<Guid>(TeamMembership.TeamId), row => row.GetAttributeValue<Guid>(TeamMembership.SystemUserId));
        var existing = new HashSet<Guid>(org.ReadAll(Of(Team.Table, Team.Id, ids, Team.Id)).Select(row => row.Id));
        var withRole = Of(TeamRoles.Table, TeamRoles.TeamId, ids, TeamRoles.TeamId);
        withRole.AddLink(Role.Table, TeamRoles.RoleId, Role.Id).LinkCriteria.AddCondition(Role.Name, ConditionOperator.Equal, MarketerTeams.RoleName);
        var entitled = new HashSet<Guid>(org.ReadAll(withRole).Select(row => row.GetAttributeValue<Guid>(TeamRoles.TeamId)));
        return [.. units.Select(unit => new MarketerTeam(
            unit,
            existing.Contains(MarketerTeams.IdOf(unit)),
            entitled.Contains(MarketerTeams.IdOf(unit)),
            TeamChange.On(day, assignments[unit], [.. members[MarketerTeams.IdOf(unit)]])))];
    }

    /// <summary>Carries the change out; how many came or left, and one for a role that was missing.</summary>
    public int Align(PluginRun run)
    {
        var changed = 0;
        if (change.Wanted > 0 && !hasRole)
        {
            if (RoleOfUnit(run.Org) is not { } role)
            {
                run.Trace("Business unit " + unit.ToString("D") + " has no role " + MarketerTeams.RoleName + ", so its marketers cannot be let in.");
                return 0;
            }

            Make(run.Org);
            run.Org.Associate(Team.Table, Id, Roles, [role]);
            changed++;
        }

        Send(run.Org, "AddMembersTeam", change.Add);
        Send(run.Org, "RemoveMembersTeam", change.Remove);
        return changed + change.Add.Count + change.Remove.Count;
    }

    // Whoever makes it first, it is the same one.
    private void Make(IOrganizationService org)
    {
        if (!exists)
        {
            org.TryCreate(new Entity(Team.Table, Id)
            {
                [Team.Name] = MarketerTeams.Name,
                [Team.BusinessUnitId] = new EntityReference(BusinessUnit.Table, unit),
                [Team.TeamType] = new OptionSetValue(Team.TeamTypeOption.Owner),
            });
        }
    }

    private EntityReference? RoleOfUnit(IOrganizationService org)
    {
        var query = new QueryExpression(Role.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(Role.Name, ConditionOperator.Equal, MarketerTeams.RoleName);
        query.Criteria.AddCondition(Role.BusinessUnitId, ConditionOperator.Equal, unit);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault()?.ToEntityReference();
    }

    private void Send(IOrganizationService org, string message, IReadOnlyList<Guid> users)
    {
        if (users.Count > 0)
        {
            org.Execute(new OrganizationRequest(message) { ["TeamId"] = Id, ["MemberIds"] = users.ToArray() });
        }
    }

    private static QueryExpression Of(string table, string column, object[] ids, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns) };
        query.Criteria.AddCondition(column, ConditionOperator.In, ids);
        return query;
    }
}
