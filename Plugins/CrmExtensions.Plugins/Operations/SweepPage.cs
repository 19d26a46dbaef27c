namespace CrmExtensions.Operations;

/// <summary>What one call of the sweep did.</summary>
/// <param name="Next">Where the same part goes on; empty when it is through.</param>
/// <param name="Found">How many things it looked at.</param>
/// <param name="Changed">How many it repaired.</param>
internal sealed record SweepPage(string? Next, int Found, int Changed);
