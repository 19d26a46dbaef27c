namespace CrmExtensions.Closing;

/// <summary>How a deal ended. The numbers are stored, as offsets of the choice.</summary>
public enum Outcome
{
    Won = 0,
    Lost = 1,
}
