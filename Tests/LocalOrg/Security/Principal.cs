using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Security;

/// <summary>A user as far as rights are concerned.</summary>
/// <param name="Id">The user.</param>
/// <param name="BusinessUnit">Where the user is.</param>
/// <param name="Teams">Teams the user is a member of.</param>
/// <param name="Privileges">How far each privilege reaches, over all roles of the user and of the user's teams.</param>
/// <param name="Profiles">The column security profiles of the user and the teams.</param>
/// <param name="IsUnlimited">SYSTEM and system administrators: everything, secured columns too.</param>
internal sealed record Principal(
    Guid Id,
    Guid BusinessUnit,
    IReadOnlySet<Guid> Teams,
    IReadOnlyDictionary<string, Reach> Privileges,
    IReadOnlyList<ColumnProfile> Profiles,
    bool IsUnlimited)
{
    /// <summary>The time zone among the user's settings.</summary>
    public int? TimeZoneCode { get; init; }

    /// <summary>The language among the user's settings.</summary>
    public int? Language { get; init; }

    /// <summary>How far the user may do something with a table's rows; empty for nowhere.</summary>
    public Reach? ReachOf(string privilege) => IsUnlimited ? Reach.Everywhere : Privileges.GetValueOrDefault(privilege);
}
