using CrmExtensions.Texts;

namespace CrmExtensions.Interviews;

/// <summary>When an answer is missing, and what to ask then.</summary>
internal sealed class RequirementRule
{
    /// <summary>Detail that an Other must have, in text elements (product.md 5.4, Z1).</summary>
    public const int LeastDetail = 30;

    private readonly Func<InterviewAnswers, DateTime, IEnumerable<Requirement>> missing;

    private RequirementRule(Func<InterviewAnswers, DateTime, IEnumerable<Requirement>> missing) => this.missing = missing;

    public static RequirementRule Ask(InterviewField field, Text question, Func<InterviewAnswers, bool> isMissing) =>
        Ask(field, question, (answers, _) => isMissing(answers));

    public static RequirementRule Ask(InterviewField field, Text question, Func<InterviewAnswers, DateTime, bool> isMissing) =>
        new((answers, today) => isMissing(answers, today) ? [new Requirement(field, new Sentence(question))] : []);

    /// <summary>A question that names the earliest day there can be.</summary>
    /// <param name="field">Where the answer goes.</param>
    /// <param name="question">What to ask.</param>
    /// <param name="earliest">That day, where the answer lies before it.</param>
    public static RequirementRule AskFrom(InterviewField field, Text question, Func<InterviewAnswers, DateTime?> earliest) =>
        new((answers, _) => earliest(answers) is { } day ? [new Requirement(field, new Sentence(question, day))] : []);

    /// <summary>One question for each Other of the perspective that lacks its detail.</summary>
    public static RequirementRule AskDetail(InterviewField field, Perspective perspective) => new((answers, _) => answers.ReasonsOf(perspective)
        .Where(row => row.Leaf!.RequiresDetail && WrittenLength.Of(row.Quote) < LeastDetail)
        .Select(row => new Requirement(field, new Sentence(Text.AskReasonDetail, row.Leaf!.Code, LeastDetail, WrittenLength.Of(row.Quote)))));

    /// <summary>The note where our own reason is an Other.</summary>
    public static RequirementRule AskDetailInNote() => new((answers, _) =>
        answers.SellerReason is { RequiresDetail: true } leaf && WrittenLength.Of(answers.SellerNote) < LeastDetail
            ? [new Requirement(InterviewField.SellerNote, new Sentence(Text.AskSellerNoteDetail, leaf.Code, LeastDetail, WrittenLength.Of(answers.SellerNote)))]
            : []);

    public IEnumerable<Requirement> Missing(InterviewAnswers answers, DateTime today) => missing(answers, today);
}
