namespace CrmExtensions.Local.Queries;

/// <summary>One sort column.</summary>
/// <param name="Column">Logical name, or in aggregates an alias.</param>
/// <param name="Descending">Whether large values come first.</param>
/// <param name="LinkAlias">Which link it belongs to; empty for the root.</param>
/// <param name="IsAlias">Whether it names the alias of an aggregate's column.</param>
internal sealed record Ordering(string Column, bool Descending, string? LinkAlias = null, bool IsAlias = false);
