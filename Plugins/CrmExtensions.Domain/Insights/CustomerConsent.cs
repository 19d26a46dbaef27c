namespace CrmExtensions.Insights;

/// <summary>What the customer allows (product.md 5.2); the numbers are stored, as offsets of the choice.</summary>
public enum CustomerConsent
{
    NameMayBeShown = 0,
    Anonymous = 1,
    InternalOnly = 2,
    Refused = 3,
    NotAsked = 4,
}
