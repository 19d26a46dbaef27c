namespace CrmExtensions.Proof;

/// <summary>What kind of evidence it is; the numbers are stored, as offsets of the choice (product.md 5.4, wl_evidence).</summary>
public enum EvidenceType
{
    Video = 0,
    Audio = 1,
    Minutes = 2,
    Mail = 3,
    Proposal = 4,
    Questionnaire = 5,
    Other = 6,
}
