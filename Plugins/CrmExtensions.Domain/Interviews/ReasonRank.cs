namespace CrmExtensions.Interviews;

/// <summary>Whether a reason is the one that decided; the numbers are stored, as offsets of the choice.</summary>
public enum ReasonRank
{
    Primary = 0,
    Secondary = 1,
}
