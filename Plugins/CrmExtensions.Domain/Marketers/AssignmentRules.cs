using CrmExtensions.Texts;

namespace CrmExtensions.Marketers;

/// <summary>What an assignment needs before it is saved.</summary>
public static class AssignmentRules
{
    /// <summary>All that is wrong with it, in the order of the form; none where it is right.</summary>
    public static Refusal? Judge(AssignmentDraft draft) => Refusal.Listing(Text.AssignmentRefused, Problems(draft));

    private static IEnumerable<Sentence> Problems(AssignmentDraft draft)
    {
        if (draft.Marketer is null)
        {
            yield return new Sentence(Text.AskMarketer);
        }
        else if (draft.MarketerIsDisabled)
        {
            yield return new Sentence(Text.MarketerIsDisabled);
        }

        if (draft.Unit is null)
        {
            yield return new Sentence(Text.AskUnitOfMarketer);
        }

        if (draft.From is not { } from)
        {
            yield return new Sentence(Text.AskAssignmentStart);
            yield break;
        }

        if (draft.To?.Date < from.Date)
        {
            yield return new Sentence(Text.AssignmentEndsBeforeStart, draft.To.Value, from);
            yield break;
        }

        foreach (var other in draft.Others.Where(other => other.Overlaps(from, draft.To)).OrderBy(other => other.From))
        {
            yield return new Sentence(Text.AssignmentOverlaps, other.From!.Value, other.To is { } to ? (object)to : Text.UntilFurtherNotice);
        }
    }
}
