namespace CrmExtensions.Closing;

/// <summary>The platform's three states of an opportunity, by their stored values; they cannot be customised.</summary>
public enum OpportunityState
{
    Open = 0,
    Won = 1,
    Lost = 2,
}
