namespace CrmExtensions.Local.Queries;

/// <summary>A column by the name a user typed.</summary>
/// <param name="LinkAlias">Which link's; empty for the table the filter stands in.</param>
/// <param name="Column">Its logical name.</param>
internal sealed record ColumnRef(string? LinkAlias, string Column);
