namespace CrmExtensions.Local.Queries;

/// <summary>Conditions that must all hold, or of which one must.</summary>
internal sealed record Group(bool IsOr, IReadOnlyList<Filter> Parts) : Filter;
