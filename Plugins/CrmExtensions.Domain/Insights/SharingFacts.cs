using CrmExtensions.Interviews;

namespace CrmExtensions.Insights;

/// <summary>What decides whether, and how much of, an interview is shared.</summary>
public sealed record SharingFacts
{
    public InterviewStatus Status { get; init; }

    /// <summary>Whether it is the newest of its opportunity.</summary>
    public bool IsCurrent { get; init; }

    /// <summary>Whether a privacy officer has emptied it.</summary>
    public bool IsPurged { get; init; }

    /// <summary>Empty where nobody has chosen: then it is shared, for that is what it is for.</summary>
    public SharingLevel? Level { get; init; }

    public CustomerConsent? Consent { get; init; }
}
