namespace CrmExtensions.Waivers;

/// <summary>Why the customer cannot be heard; the numbers are stored, as offsets of the choice (product.md 5.4, wl_waiver).</summary>
public enum WaiverReason
{
    CustomerDeclined = 0,
    NoAnswer = 1,
    ContactLeft = 2,
    TenderRules = 3,
    Confidentiality = 4,
    Inappropriate = 5,
    BelowThreshold = 6,
    Other = 7,
}
