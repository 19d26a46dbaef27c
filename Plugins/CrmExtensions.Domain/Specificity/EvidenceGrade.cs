namespace CrmExtensions.Specificity;

/// <summary>How strong the evidence is (product.md 5.2, wl_evidencegrade). The numbers are stored, as offsets of the choice.</summary>
public enum EvidenceGrade
{
    /// <summary>The customer's words, recorded.</summary>
    A = 0,

    /// <summary>The customer's words, noted down.</summary>
    B = 1,

    /// <summary>From hearsay.</summary>
    C = 2,

    /// <summary>Our own guess.</summary>
    D = 3,
}
