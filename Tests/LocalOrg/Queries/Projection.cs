using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Queries;

/// <summary>Where a result column comes from and what the result calls it.</summary>
/// <param name="Key">The attribute's name in the result row.</param>
/// <param name="Table">Whose column.</param>
/// <param name="Column">The column.</param>
/// <param name="IsAliased">Whether the value comes wrapped, with table and column named.</param>
/// <param name="Ordinal">Its place in the SQL row.</param>
/// <param name="Function">The aggregate; empty for a value.</param>
internal sealed record Projection(string Key, Table Table, Column Column, bool IsAliased, int Ordinal, string? Function = null)
{
    /// <summary>The place of the name of the table that an owner or a customer is in; 0 for none.</summary>
    public int TypeOrdinal { get; init; }

    /// <summary>The place of a name or a currency's sign; 0 for none.</summary>
    public int TextOrdinal { get; init; }

    /// <summary>Of a group by date: by which part.</summary>
    public DateGrouping? Part { get; init; }

    /// <summary>The table's alias in the statement.</summary>
    public string Alias { get; init; } = "";

    /// <summary>Whether rows are grouped by it.</summary>
    public bool IsGroup => Function is null;
}
