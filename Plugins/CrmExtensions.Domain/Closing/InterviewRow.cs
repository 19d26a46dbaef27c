namespace CrmExtensions.Closing;

/// <summary>One interview of an opportunity, as far as closing is concerned.</summary>
/// <param name="Id">Its id.</param>
/// <param name="CloseKey">Which close it is for.</param>
/// <param name="Sequence">Which close of the opportunity that was, from 1.</param>
/// <param name="IsCurrent">Whether it counts.</param>
/// <param name="IsSuperseded">Whether it has given way for good.</param>
/// <param name="Outcome">Won or lost.</param>
/// <param name="ClosedOn">Business date of the close.</param>
/// <param name="CreatedOn">When it was written, UTC.</param>
/// <param name="LateCloseId">Of a close that left no row: the row that was written for it later, once noticed.</param>
public sealed record InterviewRow(
    Guid Id,
    string CloseKey,
    int Sequence,
    bool IsCurrent,
    bool IsSuperseded,
    Outcome Outcome,
    DateTime ClosedOn,
    DateTime CreatedOn,
    Guid? LateCloseId = null);
