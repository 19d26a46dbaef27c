using CrmExtensions.Closing;

namespace CrmExtensions.Waivers;

/// <summary>A waiver as far as its rules look at it.</summary>
public sealed record WaiverRequest
{
    public Outcome Outcome { get; init; }

    public WaiverStatus Status { get; init; }

    public WaiverReason? Reason { get; init; }

    public string? Note { get; init; }

    public IReadOnlyList<ContactAttempt> Attempts { get; init; } = [];

    /// <summary>A day before which nobody can have asked about the deal, if any.</summary>
    public DateTime? EarliestOn { get; init; }

    /// <summary>When the customer may be asked again; a date, if any.</summary>
    public DateTime? RetryOn { get; init; }

    /// <summary>Who asked for it.</summary>
    public Guid Requester { get; init; }

    /// <summary>Whose interview it is, if a person's.</summary>
    public Guid? Owner { get; init; }

    /// <summary>The business date it was asked for.</summary>
    public DateTime RequestedOn { get; init; }

    /// <summary>Whether the customer was heard after all.</summary>
    public bool HearingRecorded { get; init; }
}
