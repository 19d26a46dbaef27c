namespace CrmExtensions.Interviews;

/// <summary>A reason somebody gave, wl_interviewreason.</summary>
/// <param name="Perspective">Whose it is.</param>
/// <param name="Rank">Whether it decided.</param>
/// <param name="Leaf">Which reason; a row without one says nothing and counts for nothing.</param>
/// <param name="Quote">The words it was given in.</param>
public sealed record ReasonRow(Perspective? Perspective, ReasonRank? Rank, ReasonLeaf? Leaf, string? Quote);
