using System.Data.Common;
using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Local.Store;

/// <summary>What differs between database engines: column types, how values are kept, and how a unique index complains.</summary>
internal abstract class Dialect
{
    /// <summary>The declaration of a column's type, with its collation.</summary>
    public abstract string TypeOf(Column column);

    /// <summary>The type of what only the store itself reads.</summary>
    public abstract string TypeOfBytes { get; }

    /// <summary>The query for the tables that a database has, with their columns and the types of these.</summary>
    public abstract string ColumnsThere { get; }

    /// <summary>A value as the engine keeps it.</summary>
    /// <param name="column">Whose value.</param>
    /// <param name="value">Plain: Guid, string, int, long, decimal, bool or UTC DateTime.</param>
    public abstract object Encode(Column column, object value);

    /// <summary>The plain value back.</summary>
    public abstract object Decode(Column column, DbDataReader reader, int ordinal);

    /// <summary>What sum or average over a column must be multiplied with; null where the engine cannot calculate with it.</summary>
    public abstract decimal? CalculationFactor(Column column);

    /// <summary>What stands for an empty value of a column.</summary>
    public virtual object Null(Column column) => DBNull.Value;

    /// <summary>An empty value of a column, as SQL.</summary>
    public virtual string Empty(Column column) => "NULL";

    /// <summary>A sum over a column, as the plain value before <see cref="CalculationFactor"/>.</summary>
    public virtual object DecodeSum(Column column, DbDataReader reader, int ordinal) => Decode(column, reader, ordinal);

    /// <summary>The sorting word, so that empty values come first in rising order.</summary>
    public abstract string Sorted(Column column, bool descending);

    /// <summary>What follows a LIKE pattern, so that no sign but % and _ means anything.</summary>
    public abstract string LikeSuffix { get; }

    /// <summary>Whether foreign keys are added once all tables are there, rather than declared with the column.</summary>
    public abstract bool AddsReferencesLater { get; }

    /// <summary>Whether the failure is a unique index.</summary>
    /// <param name="failure">What the engine said.</param>
    /// <param name="table">The table that was written.</param>
    /// <param name="key">The alternate key the index belongs to; empty for the primary key.</param>
    public abstract bool IsDuplicate(DbException failure, Table table, out AlternateKey? key);

    /// <summary>Whether the failure is a foreign key.</summary>
    public abstract bool IsMissingReference(DbException failure);

    /// <summary>The column whose foreign key failed; empty where the engine does not tell.</summary>
    public virtual string? BrokenReference(DbException failure) => null;

    /// <summary>What the platform says where the engine has ended the statement because others are at work; empty for other failures.</summary>
    public virtual Exception? Contention(DbException failure) => null;

    /// <summary>The operator that matches a text with a regular expression whatever the letter case, with spaces around it.</summary>
    public abstract string MatchOperator { get; }

    /// <summary>Writes a part of a date column as a whole number, by the clock of a zone.</summary>
    public abstract void WriteDatePart(Sql sql, DatePart part, TimeZoneInfo zone, string alias, Column column);

    /// <summary>Whether the failure is a sum that has become too large.</summary>
    public abstract bool IsOverflow(DbException failure);
}
