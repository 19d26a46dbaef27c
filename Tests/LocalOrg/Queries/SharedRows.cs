using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Queries;

/// <summary>Rows that have been shared, to be read, with one of some users and teams.</summary>
/// <param name="Principals">The users and teams.</param>
/// <param name="PrincipalColumn">Where the table of shares has them.</param>
internal sealed record SharedRows(IReadOnlyList<Guid> Principals, Column PrincipalColumn) : Filter;
