namespace CrmExtensions.Rollups;

/// <summary>A competitor of one deal.</summary>
/// <param name="Name">Which.</param>
/// <param name="IsFinalist">Whether it was in the final.</param>
/// <param name="IsWinner">Whether the customer chose it.</param>
public sealed record Contender(Named Name, bool IsFinalist, bool IsWinner);
