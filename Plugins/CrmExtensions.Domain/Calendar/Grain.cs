namespace CrmExtensions.Calendar;

/// <summary>How long a roll-up period is. The numbers are stored, as offsets of the choice.</summary>
public enum Grain
{
    Month = 0,
    Quarter = 1,
    Half = 2,
    Year = 3,
}
