namespace CrmExtensions.Interviews;

/// <summary>How far an interview can be relied on; the numbers are stored, as offsets of the choice (product.md 5.2, wl_evidencegrade).</summary>
public enum EvidenceGrade
{
    /// <summary>The customer's words, and a record of them.</summary>
    A = 0,

    /// <summary>The customer's words, as the interviewer noted them.</summary>
    B = 1,

    /// <summary>At second hand.</summary>
    C = 2,

    /// <summary>What we think ourselves.</summary>
    D = 3,
}
