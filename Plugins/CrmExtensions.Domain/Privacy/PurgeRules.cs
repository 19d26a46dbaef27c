using CrmExtensions.Interviews;
using CrmExtensions.Texts;

namespace CrmExtensions.Privacy;

/// <summary>What a privacy purge needs, and what holds for an interview after one (product.md 6, B7).</summary>
public static class PurgeRules
{
    /// <summary>Characters of a reason; a Japanese one is said in few.</summary>
    public const int ShortestReason = 5;

    /// <summary>What the column holds.</summary>
    public const int LongestReason = 500;

    /// <summary>Why nothing is purged, all of it; empty where the purge may begin.</summary>
    /// <param name="key">The interview's id as it was passed.</param>
    /// <param name="exists">Whether there is such an interview.</param>
    /// <param name="reason">Why it is purged.</param>
    public static Refusal? Judge(string key, bool exists, string? reason)
    {
        var problems = new List<Sentence>();
        if (!exists)
        {
            problems.Add(new Sentence(Text.PurgeKeyUnknown, key));
        }

        if (WrittenLength.Of(reason) < ShortestReason || reason!.Length > LongestReason)
        {
            problems.Add(new Sentence(Text.PurgeReasonLength, ShortestReason, LongestReason));
        }

        return Refusal.Listing(Text.PurgeRefused, problems);
    }

    /// <summary>Why a change of a purged interview is refused. Out of scope is open to it, since it can no longer be completed; superseding follows the opportunity.</summary>
    /// <param name="from">Where it stands.</param>
    /// <param name="to">Where it goes.</param>
    /// <param name="writes">Whether an answer changes or a text is written.</param>
    public static Refusal? JudgeChange(InterviewStatus from, InterviewStatus to, bool writes) =>
        writes || (from != to && to is not (InterviewStatus.OutOfScope or InterviewStatus.Superseded)) ? new Refusal(Text.InterviewIsPurged) : null;
}
