namespace CrmExtensions.Interviews;

/// <summary>A competitor in the deal, wl_interviewcompetitor.</summary>
/// <param name="IsFinalist">Whether it was in the last round.</param>
/// <param name="IsWinner">Whether it won.</param>
/// <param name="IsNamed">Whether it says which; a row that does not says nothing and counts for nothing.</param>
public sealed record CompetitorRow(bool IsFinalist, bool IsWinner, bool IsNamed = true);
