using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Security;

/// <summary>A user as far as rights are concerned.</summary>
/// <param name="Id">The user.</param>
/// <param name="BusinessUnit">Where the user is.</param>
/// <param name="UnitsBelow">That unit and all below it.</param>
/// <param name="Teams">Teams the user is a member of.</param>
/// <param name="Privileges">The widest level of each privilege over all roles.</param>
/// <param name="Profiles">The column security profiles of the user and the teams.</param>
/// <param name="IsUnlimited">SYSTEM and system administrators: everything, secured columns too.</param>
internal sealed record Principal(
    Guid Id,
    Guid BusinessUnit,
    IReadOnlySet<Guid> UnitsBelow,
    IReadOnlySet<Guid> Teams,
    IReadOnlyDictionary<string, AccessLevel> Privileges,
    IReadOnlyList<ColumnProfile> Profiles,
    bool IsUnlimited)
{
    /// <summary>How far the user may do something with a table's rows.</summary>
    public AccessLevel LevelOf(string privilege) =>
        IsUnlimited ? AccessLevel.Global : Privileges.GetValueOrDefault(privilege, AccessLevel.None);
}
