using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Queries;

/// <summary>A table as it takes part in one query, under an SQL alias of ours.</summary>
internal sealed record TableUse(string SqlAlias, string? LinkAlias, Table Table)
{
    /// <summary>A column by the name a user typed.</summary>
    public Column Column(string? name) =>
        !Table.Columns.TryGetValue(name ?? "", out var column) ? throw DataFaults.UnknownColumn(Table.Name, name ?? "")
        : column.Unsupported is { } what ? throw new NotSupportedByLocalOrgException($"{what} ('{name}')")
        : column;
}
