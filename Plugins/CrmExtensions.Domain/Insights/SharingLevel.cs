namespace CrmExtensions.Insights;

/// <summary>How far an interview may be shared (product.md 5.2); the numbers are stored, as offsets of the choice.</summary>
public enum SharingLevel
{
    WholeCompany = 0,
    SalesAndMarketing = 1,
    OwnUnit = 2,
    Restricted = 3,
}
