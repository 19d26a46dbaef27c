namespace CrmExtensions.Rollups;

/// <summary>Two dimensions that are cut together.</summary>
internal sealed record Pair(Dimension First, Dimension Second);
