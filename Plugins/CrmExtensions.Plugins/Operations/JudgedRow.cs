using CrmExtensions.Folding;

namespace CrmExtensions.Operations;

/// <summary>A row that was not as it was recomputed, and why; without a cause it has drifted.</summary>
internal sealed record JudgedRow(RowComparison Row, StaleCause Cause);
