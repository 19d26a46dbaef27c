using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Security;

/// <summary>How far somebody may do one thing, over all roles. Rows of the user and of the user's teams are always in reach.</summary>
/// <param name="IsEverywhere">Whether all rows are.</param>
/// <param name="Units">The units whose rows are: for a role of the user counted from the user's unit, for a role of a team from the team's.</param>
internal sealed record Reach(bool IsEverywhere, IReadOnlySet<Guid> Units)
{
    public static Reach Everywhere { get; } = new(true, new HashSet<Guid>());

    /// <summary>What two reaches have in common.</summary>
    public Reach LimitedTo(Reach other) => IsEverywhere ? other : other.IsEverywhere ? this : new Reach(false, Units.Intersect(other.Units).ToHashSet());

    /// <summary>What the grants of one privilege come to; a grant is a level and the unit it is counted from.</summary>
    public static Reach Of(IEnumerable<(AccessLevel Level, Guid Unit)> grants, Func<Guid, IEnumerable<Guid>> withUnitsBelow)
    {
        var units = new HashSet<Guid>();
        foreach (var (level, unit) in grants)
        {
            switch (level)
            {
                case AccessLevel.Global:
                    return Everywhere;
                case AccessLevel.Deep:
                    units.UnionWith(withUnitsBelow(unit));
                    break;
                case AccessLevel.Local:
                    units.Add(unit);
                    break;
            }
        }

        return new Reach(false, units);
    }
}
