namespace CrmExtensions.Rollups;

/// <summary>What a deal adds to one slice.</summary>
internal sealed record Contribution(NamedSlice Named, Tally Tally);
