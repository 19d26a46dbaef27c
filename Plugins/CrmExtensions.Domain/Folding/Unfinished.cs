namespace CrmExtensions.Folding;

/// <summary>How a period stood before a recompute began with it, for the call that goes on with it.</summary>
/// <param name="Cause">Why its figures may have been behind.</param>
/// <param name="AsOf">Where nothing said that they were: the fold they were from.</param>
public sealed record Unfinished(StaleCause Cause, DateTime? AsOf);
