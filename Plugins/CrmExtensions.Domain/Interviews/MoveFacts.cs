namespace CrmExtensions.Interviews;

/// <summary>All that decides whether an interview may move.</summary>
public sealed record MoveFacts
{
    public const int SpecificBand = 2;

    /// <summary>In which capacities it is moved.</summary>
    public Movers By { get; init; }

    /// <summary>Whether the customer was heard (<see cref="InterviewAnswers.HasHearing"/>).</summary>
    public bool HearingRecorded { get; init; }

    public bool WaiverApproved { get; init; }

    /// <summary>Specificity: 0 vague, 1 partly, 2 specific; empty while not scored.</summary>
    public int? Band { get; init; }

    public bool HasReason { get; init; }

    public bool OpportunityIsOpen { get; init; }

    public bool NewerCloseExists { get; init; }
}
