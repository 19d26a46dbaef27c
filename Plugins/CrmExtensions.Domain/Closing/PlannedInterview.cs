namespace CrmExtensions.Closing;

/// <summary>An interview that must be written.</summary>
/// <param name="CloseKey">Its alternate key.</param>
/// <param name="CloseId">The close row it is for; empty for a close that left none.</param>
/// <param name="Sequence">Which close of the opportunity it is, from 1.</param>
/// <param name="IsCurrent">Whether it is the one that counts.</param>
/// <param name="Outcome">Won or lost.</param>
/// <param name="ClosedOn">The business date of the close.</param>
public sealed record PlannedInterview(string CloseKey, Guid? CloseId, int Sequence, bool IsCurrent, Outcome Outcome, DateTime ClosedOn);
