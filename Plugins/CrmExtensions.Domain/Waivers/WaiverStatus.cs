namespace CrmExtensions.Waivers;

/// <summary>Where a waiver stands; the numbers are stored, as offsets of the choice (product.md 5.4, wl_waiver).</summary>
public enum WaiverStatus
{
    Requested = 0,
    Approved = 1,
    Rejected = 2,
    Withdrawn = 3,
    Expired = 4,
    CancelledByHearing = 5,
}
