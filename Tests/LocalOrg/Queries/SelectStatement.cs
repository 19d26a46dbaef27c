using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Queries;

/// <summary>A query as SQL, with what its columns mean.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Projections">The result columns.</param>
/// <param name="SortKeys">The columns a paging cookie is made of; none where paging is by position.</param>
/// <param name="Id">Where the row's id is; empty in distinct and aggregate queries.</param>
internal sealed record SelectStatement(Sql Sql, IReadOnlyList<Projection> Projections, IReadOnlyList<Projection> SortKeys, Projection? Id);
