namespace CrmExtensions.Closing;

/// <summary>One opportunityclose row, as far as closing is concerned.</summary>
/// <param name="Id">Its id, from which the interview's close key is made.</param>
/// <param name="CreatedOn">When it was written, UTC, whole seconds.</param>
/// <param name="Outcome">What it says itself; empty where neither its state nor its status reason tells.</param>
/// <param name="ActualEnd">"Closed on", UTC; empty where nobody gave one.</param>
public sealed record CloseRow(Guid Id, DateTime CreatedOn, Outcome? Outcome, DateTime? ActualEnd);
