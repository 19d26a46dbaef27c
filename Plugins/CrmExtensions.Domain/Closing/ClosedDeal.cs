namespace CrmExtensions.Closing;

/// <summary>A closed deal as far as the clean-up policy looks at it.</summary>
/// <param name="Outcome">Won or lost.</param>
/// <param name="AgeDays">Days from its creation to its close.</param>
/// <param name="Value">In base currency; empty where it has none.</param>
public sealed record ClosedDeal(Outcome Outcome, int AgeDays, decimal? Value);
