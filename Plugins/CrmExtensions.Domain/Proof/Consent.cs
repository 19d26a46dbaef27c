namespace CrmExtensions.Proof;

/// <summary>Whether those recorded know of it; the numbers are stored, as offsets of the choice (product.md 5.4, wl_evidence).</summary>
public enum Consent
{
    Obtained = 0,
    Notified = 1,
    None = 2,
}
