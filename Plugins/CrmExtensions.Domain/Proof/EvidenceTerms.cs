namespace CrmExtensions.Proof;

/// <summary>What evidence is held against.</summary>
/// <param name="AllowedHosts">Hosts of the setting; none means that no link is allowed, only an excerpt.</param>
/// <param name="LongestRetention">The last day that evidence of this interview may be kept.</param>
/// <param name="Today">The business date.</param>
public sealed record EvidenceTerms(IReadOnlyList<string> AllowedHosts, DateTime LongestRetention, DateTime Today);
