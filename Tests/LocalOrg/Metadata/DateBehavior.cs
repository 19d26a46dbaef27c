namespace CrmExtensions.Local.Metadata;

/// <summary>How a date column treats time zones; the numbers are those of the solution XML.</summary>
public enum DateBehavior
{
    UserLocal = 1,
    DateOnly = 2,
    TimeZoneIndependent = 3,
}
