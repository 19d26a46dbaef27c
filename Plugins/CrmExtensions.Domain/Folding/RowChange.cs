namespace CrmExtensions.Folding;

/// <summary>How a stored row differs from what it was recomputed to.</summary>
/// <param name="HasOtherTally">The raw tally differs, or there was no row.</param>
/// <param name="HasOldFormula">It was worked out by an earlier version of the formulas.</param>
/// <param name="IsRenamed">
/// A name differs in the period: among equals the names decide which are hidden, so one that differs explains figures elsewhere.
/// </param>
public sealed record RowChange(bool HasOtherTally, bool HasOldFormula, bool IsRenamed);
