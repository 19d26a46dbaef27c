using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Security;

/// <summary>A user as far as rights are concerned.</summary>
/// <param name="Id">The user.</param>
/// <param name="BusinessUnit">Where the user is.</param>
/// <param name="Teams">Teams the user is a member of.</param>
/// <param name="Privileges">How far each privilege reaches, over all roles of the user and of the user's teams.</param>
/// <param name="Profiles">The column security profiles of the user and the teams.</param>
/// <param name="IsUnlimited">SYSTEM and system administrators: everything, secured columns too.</param>
/// <param name="RoleCount">How many roles the user and the user's teams have.</param>
internal sealed record Principal(
    Guid Id,
    Guid BusinessUnit,
    IReadOnlySet<Guid> Teams,
    IReadOnlyDictionary<string, Reach> Privileges,
    IReadOnlyList<ColumnProfile> Profiles,
    bool IsUnlimited,
    int RoleCount)
{
    /// <summary>The time zone among the user's settings.</summary>
    public int? TimeZoneCode { get; init; }

    /// <summary>The language among the user's settings.</summary>
    public int? Language { get; init; }

    /// <summary>Only what another may too.</summary>
    public Principal LimitedTo(Principal other)
    {
        if (other.IsUnlimited)
        {
            return this;
        }

        var both = IsUnlimited
            ? other.Privileges
            : Privileges
                .Where(privilege => other.Privileges.ContainsKey(privilege.Key))
                .ToDictionary(privilege => privilege.Key, privilege => privilege.Value.LimitedTo(other.Privileges[privilege.Key]), StringComparer.OrdinalIgnoreCase);
        return this with { IsUnlimited = false, Privileges = both };
    }

    /// <summary>How far the user may do something with a table's rows; empty for nowhere.</summary>
    public Reach? ReachOf(string privilege) => IsUnlimited ? Reach.Everywhere : Privileges.GetValueOrDefault(privilege);
}
