using CrmExtensions.Proof;
using CrmExtensions.Texts;

namespace CrmExtensions.Interviews;

/// <summary>Grades an interview by who was heard, and what proves it.</summary>
public static class EvidenceGrades
{
    private static readonly EvidenceType[] Records =
        [EvidenceType.Video, EvidenceType.Audio, EvidenceType.Minutes, EvidenceType.Mail, EvidenceType.Questionnaire];

    /// <summary>
    /// D without a hearing, waived or not yet held. Else C where the respondent is an external adviser, or no word of the customer
    /// is written down (scene, remark or quote). Else A with a record of the hearing: recording, minutes, mail or questionnaire;
    /// our own proposal and "other" record nothing. Without one C where the respondent's role is unknown or a third party was
    /// the interviewer, since then only hearsay is left; else B.
    /// </summary>
    /// <remarks>A record settles whom we heard: so product.md 10 counts an unknown role as heard directly with grade A or B.</remarks>
    public static EvidenceGrade Of(InterviewAnswers answers, IEnumerable<EvidenceType> evidence)
    {
        if (!answers.HasHearing)
        {
            return EvidenceGrade.D;
        }

        if (answers.RespondentRole == Choice.ExternalAdviser || !HasWords(answers))
        {
            return EvidenceGrade.C;
        }

        if (evidence.Any(IsRecord))
        {
            return EvidenceGrade.A;
        }

        return IsHearsay(answers) ? EvidenceGrade.C : EvidenceGrade.B;
    }

    /// <summary>Whether evidence of the type records what the customer said.</summary>
    public static bool IsRecord(EvidenceType type) => Records.Contains(type);

    private static bool HasWords(InterviewAnswers answers) =>
        answers.ReasonsOf(Perspective.Customer).Select(row => row.Quote)
            .Concat([answers.Narrative, answers.DecidingRemark])
            .Any(text => !WrittenLength.IsBlank(text));

    private static bool IsHearsay(InterviewAnswers answers) =>
        answers.RespondentRole is null or Choice.UnknownRole || answers.InterviewerType == Choice.ThirdPartyInterviewer;
}
