namespace CrmExtensions.Local.Replay;

/// <summary>A row that cannot be replayed, and why.</summary>
internal sealed record Rejection(long Line, string Column, string Reason);
