namespace CrmExtensions.Closing;

/// <summary>All that decides which interviews an opportunity must have: its state, its close rows, its interviews.</summary>
public sealed record ClosingHistory(
    Guid OpportunityId,
    OpportunityState State,
    DateTime? ActualCloseDate,
    IReadOnlyList<CloseRow> Closes,
    IReadOnlyList<InterviewRow> Interviews)
{
    /// <summary>The newest close row; empty for an opportunity that never had one.</summary>
    /// <remarks>
    /// The platform keeps whole seconds, so two closes can share a moment. Then the one without an interview is the newer
    /// (an interview is written in the transaction of its close), then the higher close sequence, and only then the id.
    /// </remarks>
    public CloseRow? NewestClose => Closes
        .OrderByDescending(close => close.CreatedOn)
        .ThenByDescending(close => InterviewOf(close)?.Sequence ?? int.MaxValue)
        .ThenByDescending(close => close.Id)
        .FirstOrDefault();

    /// <summary>The outcome the opportunity's own state tells; empty while it is open.</summary>
    public Outcome? OutcomeByState => State switch
    {
        OpportunityState.Won => Outcome.Won,
        OpportunityState.Lost => Outcome.Lost,
        _ => null,
    };

    /// <summary>The next close sequence to give, from 1.</summary>
    public int NextSequence => Interviews.Select(interview => interview.Sequence).DefaultIfEmpty(0).Max() + 1;

    /// <summary>The interview of this close row: its key names it, or it was noted to be for the same close.</summary>
    public InterviewRow? InterviewOf(CloseRow close) =>
        Interviews.FirstOrDefault(interview => interview.LateCloseId == close.Id || CloseKeys.Same(interview.CloseKey, CloseKeys.Of(close.Id)));

    /// <summary>Whether an interview that counts may go on counting: its outcome must be what the state of the closed opportunity says.</summary>
    public bool IsRightful(InterviewRow interview) => interview.IsCurrent && !interview.IsSuperseded && interview.Outcome == OutcomeByState;

    /// <summary>Whether a close row tells another outcome than the opportunity's state: then it is of an earlier close, whose reopening nobody noticed.</summary>
    public bool Contradicts(CloseRow close) => close.Outcome is { } told && OutcomeByState is { } state && told != state;

    /// <summary>Whether nothing is left to do: every close row has its interview, and the one that counts is the right one.</summary>
    public bool IsSettled
    {
        get
        {
            var alive = Interviews.Where(row => !row.IsSuperseded).ToList();
            return Closes.All(close => InterviewOf(close) is not null)
                && (State == OpportunityState.Open ? alive.Count == 0 : alive.Count == 1 && IsRightful(alive[0]));
        }
    }

    /// <summary>The same history with the outcome of one close row found out.</summary>
    public ClosingHistory Knowing(CloseRow close, Outcome? outcome) =>
        this with { Closes = Closes.Select(row => row.Id == close.Id ? row with { Outcome = outcome } : row).ToList() };
}
