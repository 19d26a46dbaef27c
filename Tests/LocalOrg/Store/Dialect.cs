using System.Data.Common;
using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Store;

/// <summary>What differs between database engines: column types, how values are kept, and how a unique index complains.</summary>
internal abstract class Dialect
{
    /// <summary>The declaration of a column's type, with its collation.</summary>
    public abstract string TypeOf(Column column);

    /// <summary>A value as the engine keeps it.</summary>
    /// <param name="column">Whose value.</param>
    /// <param name="value">Plain: Guid, string, int, long, decimal, bool or UTC DateTime.</param>
    public abstract object Encode(Column column, object value);

    /// <summary>The plain value back.</summary>
    public abstract object Decode(Column column, DbDataReader reader, int ordinal);

    /// <summary>What sum or average over a column must be multiplied with; null where the engine cannot calculate with it.</summary>
    public abstract decimal? CalculationFactor(Column column);

    /// <summary>Whether the failure is a unique index, and which columns it is over.</summary>
    public abstract IReadOnlyList<string>? DuplicateColumns(DbException failure);

    /// <summary>Whether the failure is a foreign key.</summary>
    public abstract bool IsMissingReference(DbException failure);
}
