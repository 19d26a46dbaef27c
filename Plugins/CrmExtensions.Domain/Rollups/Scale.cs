namespace CrmExtensions.Rollups;

/// <summary>The whole numbers that are kept one by one, for medians. Stored by name in lower case, so that a name, once given, stays.</summary>
public enum Scale
{
    /// <summary>From the close to the hearing; may be negative.</summary>
    HearingDays,

    /// <summary>From the close to the completion.</summary>
    CompletionDays,

    /// <summary>Specificity, 0-100, of Cf and Cw.</summary>
    Score,
}
