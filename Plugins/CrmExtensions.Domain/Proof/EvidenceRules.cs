using CrmExtensions.Texts;

namespace CrmExtensions.Proof;

/// <summary>Which evidence may be kept (product.md 6, B9).</summary>
public static class EvidenceRules
{
    private const int LongestStart = 100 * 3600;

    /// <summary>Everything that is wrong with it, in the order of the form; empty where nothing is.</summary>
    public static Refusal? Judge(EvidenceItem item, EvidenceTerms terms) =>
        Refusal.Listing(Text.EvidenceRefused, [.. OfContent(item, terms), .. OfConsent(item), .. OfRetention(item, terms)]);

    private static IEnumerable<Sentence> OfContent(EvidenceItem item, EvidenceTerms terms)
    {
        if (item.Type is null)
        {
            yield return new Sentence(Text.AskEvidenceType);
        }

        if (WrittenLength.IsBlank(item.Url) && WrittenLength.IsBlank(item.Excerpt))
        {
            yield return new Sentence(Text.AskLinkOrExcerpt);
        }

        if (!WrittenLength.IsBlank(item.Url) && EvidenceLink.Judge(item.Url!, terms.AllowedHosts) is { } wrong)
        {
            yield return wrong;
        }

        if (!IsStart(item))
        {
            yield return new Sentence(Text.StartNotReadable);
        }
    }

    private static bool IsStart(EvidenceItem item) =>
        (WrittenLength.IsBlank(item.Start) || StartTime.SecondsOf(item.Start!) is not null)
        && item.StartSeconds is null or (>= 0 and < LongestStart);

    private static IEnumerable<Sentence> OfConsent(EvidenceItem item)
    {
        if (item.Type is EvidenceType.Video or EvidenceType.Audio && item.Consent is not (Consent.Obtained or Consent.Notified))
        {
            yield return new Sentence(Text.AskConsent);
        }
    }

    private static IEnumerable<Sentence> OfRetention(EvidenceItem item, EvidenceTerms terms)
    {
        var until = (item.RetentionUntil ?? terms.LongestRetention).Date;
        if (terms.LongestRetention.Date < terms.Today.Date)
        {
            yield return new Sentence(Text.RetentionIsOver, terms.LongestRetention);
        }
        else if (until < terms.Today.Date || until > terms.LongestRetention.Date)
        {
            yield return new Sentence(Text.RetentionOutside, terms.Today, terms.LongestRetention);
        }
    }
}
