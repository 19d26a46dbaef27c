namespace CrmExtensions.Rollups;

/// <summary>What a roll-up is cut by. The numbers are stored, as offsets of the choice.</summary>
public enum Dimension
{
    All = 0,
    Industry = 1,
    Competitor = 2,
    BusinessUnit = 3,
}
