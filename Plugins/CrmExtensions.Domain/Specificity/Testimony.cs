using CrmExtensions.Interviews;

namespace CrmExtensions.Specificity;

/// <summary>What is told of the moment that decided a deal, as the guard reads it (product.md 7).</summary>
public sealed record Testimony
{
    /// <summary>The scene (wl_momentnarrative); where the hearing is waived, the seller's note.</summary>
    public string? Narrative { get; init; }

    /// <summary>The deciding remark, in the speaker's words.</summary>
    public string? Remark { get; init; }

    /// <summary>What was different in comparison.</summary>
    public string? Contrast { get; init; }

    public string? WhatWouldChange { get; init; }

    /// <summary>Whether a date or a meeting is recorded beside the text.</summary>
    public bool HasDateOrMeeting { get; init; }

    /// <summary>Whether the role of the respondent or of the speaker is known.</summary>
    public bool HasRole { get; init; }

    /// <summary>Whether the stage is known; where the hearing is waived, whether the seller has guessed one.</summary>
    public bool StageKnown { get; init; }

    public bool TriggerKnown { get; init; }

    public EvidenceGrade? EvidenceGrade { get; init; }

    /// <summary>Whether the same owner has told the same of another deal lately.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Whether the customer could not be heard, so that the seller's own view is all there is.</summary>
    public bool IsWaived { get; init; }
}
