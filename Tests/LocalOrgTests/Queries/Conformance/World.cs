using CrmExtensions.Local;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Random rows at a random moment, kept as plain objects beside the org that has them too.</summary>
internal sealed class World
{
    public const int Units = 4;

    /// <summary>The moment, UTC.</summary>
    public required DateTime Now { get; init; }

    public required TimeZoneInfo Zone { get; init; }

    public required FiscalCalendar Fiscal { get; init; }

    /// <summary>Interviews; the number in an id tells its place.</summary>
    public required IReadOnlyList<Entity> Rows { get; init; }

    public static Guid User { get; } = Some.Id(900);

    public static Guid Other { get; } = Some.Id(901);

    public static Guid Team { get; } = Some.Id(910);

    /// <summary>Unit 2 is under 1, 3 under 2 and 4 under the root.</summary>
    public static Guid Unit(int number) => Some.Id(920 + number);

    public static Guid? ParentOf(Guid unit) => unit == Unit(2) ? Unit(1) : unit == Unit(3) ? Unit(2) : unit == WellKnown.RootBusinessUnit ? null : WellKnown.RootBusinessUnit;

    public static Guid Account(int number) => Some.Id(800 + number);

    /// <summary>The moment by the users' clock.</summary>
    public DateTime LocalNow => TimeZoneInfo.ConvertTimeFromUtc(Now, Zone);

    /// <summary>An org with the rows, and the service of the user who asks.</summary>
    public LocalOrg Org()
    {
        var org = Some.Org(Some.Options with { Clock = () => Now, TimeZone = Zone.Id, Fiscal = Fiscal });
        for (var number = 1; number <= Units; number++)
        {
            org.AddBusinessUnit($"Unit {number}", ParentOf(Unit(number)), Unit(number));
        }

        org.AddUser("Asker", Unit(2), ["System Administrator"], User);
        org.AddUser("Other", null, ["System Administrator"], Other);
        org.System.Create(new Entity(Tables.Team.Table, Team) { [Tables.Team.Name] = "Team", [Tables.Team.BusinessUnitId] = new EntityReference(BusinessUnit.Table, Unit(2)) });
        org.System.Execute(new OrganizationRequest("AddMembersTeam") { ["TeamId"] = Team, ["MemberIds"] = new[] { User } });
        for (var number = 1; number <= 3; number++)
        {
            org.System.Create(new Entity(Tables.Account.Table, Account(number)) { [Tables.Account.Name] = $"Account {number}" });
        }

        foreach (var row in Rows)
        {
            org.System.Create(Copy(row));
        }

        return org;
    }

    private static Entity Copy(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id);
        foreach (var (column, value) in row.Attributes)
        {
            copy[column] = value;
        }

        return copy;
    }
}
