namespace CrmExtensions.Interviews;

/// <summary>A competitor in the deal, wl_interviewcompetitor.</summary>
public sealed record CompetitorRow(bool IsFinalist, bool IsWinner);
