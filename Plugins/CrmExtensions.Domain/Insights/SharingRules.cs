using CrmExtensions.Interviews;

namespace CrmExtensions.Insights;

/// <summary>What is shared, and what is forgotten when it no longer is.</summary>
public static class SharingRules
{
    /// <summary>A card takes a customer who was heard: one with its hearing waived holds nothing but our own guess.</summary>
    public static Sharing Of(SharingFacts interview)
    {
        if (interview.Status != InterviewStatus.Completed || !interview.IsCurrent || IsForgotten(interview))
        {
            return Sharing.Nothing;
        }

        return interview.Level switch
        {
            null or SharingLevel.WholeCompany => Sharing.WithWords,
            SharingLevel.SalesAndMarketing => Sharing.WithoutWords,
            _ => Sharing.Nothing,
        };
    }

    /// <summary>Whether what people have written about the card goes with it: it may quote somebody who does not wish to be quoted.</summary>
    public static bool IsForgotten(SharingFacts interview) => interview.IsPurged || interview.Consent == CustomerConsent.Refused;
}
