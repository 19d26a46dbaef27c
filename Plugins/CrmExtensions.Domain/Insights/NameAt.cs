namespace CrmExtensions.Insights;

/// <summary>Letters of a known name at a place.</summary>
/// <param name="Name">Which name they spell.</param>
/// <param name="End">The character after them.</param>
internal readonly record struct NameAt(KnownName Name, int End);
