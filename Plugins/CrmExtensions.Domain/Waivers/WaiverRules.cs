using CrmExtensions.Texts;

namespace CrmExtensions.Waivers;

/// <summary>What a request for a waiver must bring (product.md 6, B8). It frees from the hearing only: the seller's reflection stays due.</summary>
public static class WaiverRules
{
    /// <summary>Days on which somebody must have tried to reach a customer who does not answer.</summary>
    public const int LeastDays = 2;

    /// <summary>What must be said of another reason, in text elements.</summary>
    public const int LeastNote = 10;

    /// <summary>Everything that is wrong with the request, in the order of the form; empty where nothing is.</summary>
    public static Refusal? Judge(WaiverRequest request, DateTime today) =>
        request.HearingRecorded
            ? new Refusal(Text.WaiverAfterHearing)
            : Refusal.Listing(Text.WaiverRefused, [.. OfReason(request), .. OfDates(request, today.Date)]);

    private static IEnumerable<Sentence> OfReason(WaiverRequest request)
    {
        if (request.Reason is null)
        {
            yield return new Sentence(Text.AskWaiverReason);
        }

        if (request.Reason == WaiverReason.Other && WrittenLength.Of(request.Note) < LeastNote)
        {
            yield return new Sentence(Text.AskWaiverNote, LeastNote, WrittenLength.Of(request.Note));
        }
    }

    private static IEnumerable<Sentence> OfDates(WaiverRequest request, DateTime today)
    {
        if (request.Attempts.Any(attempt => attempt.On.Date > today))
        {
            yield return new Sentence(Text.AttemptInFuture);
        }

        if (request.Attempts.Any(attempt => attempt.On.Date < request.EarliestOn?.Date))
        {
            yield return new Sentence(Text.AttemptBeforeDeal, request.EarliestOn!.Value);
        }

        // A day to come, or before there can have been a deal, is none on which anybody tried.
        var days = request.Attempts.Select(attempt => attempt.On.Date).Where(day => day <= today && !(day < request.EarliestOn?.Date)).Distinct().Count();
        if (request.Reason == WaiverReason.NoAnswer && days < LeastDays)
        {
            yield return new Sentence(Text.AskAttempts, LeastDays, days);
        }

        if (request.RetryOn?.Date <= today)
        {
            yield return new Sentence(Text.RetryNotLater);
        }
    }
}
