using System.Data.Common;
using System.Globalization;
using CrmExtensions.Local.Metadata;
using Microsoft.Data.Sqlite;

namespace CrmExtensions.Local.Store;

/// <summary>
/// SQLite: ids as sixteen bytes that sort, times as whole seconds, decimals as scaled whole numbers, so that comparing and
/// adding stay exact.
/// </summary>
internal sealed class SqliteDialect : Dialect
{
    private const int Constraint = 19;
    private const int UniqueViolation = 2067;
    private const int PrimaryKeyViolation = 1555;
    private const int ForeignKeyViolation = 787;

    public override string TypeOf(Column column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => "TEXT COLLATE NOCASE",
        ColumnType.Choices => "TEXT",
        ColumnType.PrimaryKey or ColumnType.Guid or ColumnType.Lookup or ColumnType.Owner => "BLOB",
        ColumnType.Decimal or ColumnType.Money or ColumnType.Double when !IsScaled(column) => "TEXT",
        _ => "INTEGER",
    };

    public override string TypeOfBytes => "BLOB";

    public override string ColumnsThere => "SELECT t.name, c.name, c.type FROM sqlite_master t, pragma_table_info(t.name) c WHERE t.type = 'table'";

    public override object Encode(Column column, object value) => value switch
    {
        Guid id => id.ToByteArray(bigEndian: true),
        DateTime time => time.Ticks / TimeSpan.TicksPerSecond,
        bool flag => flag ? 1L : 0L,
        decimal amount => IsScaled(column) ? (long)(amount * Factor(column.Precision)) : amount.ToString(CultureInfo.InvariantCulture),
        int number => (long)number,
        _ => value,
    };

    public override object Decode(Column column, DbDataReader reader, int ordinal) => column.Type switch
    {
        ColumnType.PrimaryKey or ColumnType.Guid or ColumnType.Lookup or ColumnType.Owner => new Guid(reader.GetFieldValue<byte[]>(ordinal), bigEndian: true),
        ColumnType.Text or ColumnType.Memo or ColumnType.Choices => reader.GetString(ordinal),
        ColumnType.DateTime => new DateTime(reader.GetInt64(ordinal) * TimeSpan.TicksPerSecond, DateTimeKind.Utc),
        ColumnType.Boolean => reader.GetInt64(ordinal) != 0,
        ColumnType.BigInteger => reader.GetInt64(ordinal),
        ColumnType.Decimal or ColumnType.Money or ColumnType.Double => IsScaled(column)
            ? reader.GetInt64(ordinal) / Factor(column.Precision)
            : decimal.Parse(reader.GetString(ordinal), CultureInfo.InvariantCulture),
        _ => checked((int)reader.GetInt64(ordinal)),
    };

    public override decimal? CalculationFactor(Column column) =>
        column.Type is not (ColumnType.Decimal or ColumnType.Money or ColumnType.Double) ? 1m
        : IsScaled(column) ? 1m / Factor(column.Precision)
        : null;

    public override string LikeSuffix => "";

    public override bool AddsReferencesLater => false;

    public override string Sorted(Column column, bool descending) => descending ? " DESC" : " ASC";

    public override bool IsDuplicate(DbException failure, Table table, out AlternateKey? key)
    {
        key = null;
        if (failure is not SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: UniqueViolation or PrimaryKeyViolation })
        {
            return false;
        }

        // "SQLite Error 19: 'UNIQUE constraint failed: wl_interview.wl_closekey, wl_interview.other'."
        var message = failure.Message;
        var list = message[(message.LastIndexOf("failed: ", StringComparison.Ordinal) + "failed: ".Length)..].TrimEnd('.', '\'');
        var columns = list.Split(", ").Select(name => name[(name.IndexOf('.', StringComparison.Ordinal) + 1)..]).Order().ToList();
        key = table.Keys.FirstOrDefault(candidate => candidate.Columns.Order().SequenceEqual(columns));
        return true;
    }

    public override bool IsMissingReference(DbException failure) =>
        failure is SqliteException { SqliteErrorCode: Constraint, SqliteExtendedErrorCode: ForeignKeyViolation };

    public override string MatchOperator => " REGEXP ";

    public override void WriteDatePart(Sql sql, DatePart part, TimeZoneInfo zone, string alias, Column column) =>
        sql.Add(SqliteFunctions.DatePart).Add("(").Name(alias, column.Name).Add($", {(int)part}, '{zone.Id.Replace("'", "''", StringComparison.Ordinal)}')");

    public override bool IsOverflow(DbException failure) =>
        failure is SqliteException && failure.Message.Contains("integer overflow", StringComparison.Ordinal);

    // The platform's bounds times the scale must fit 64 bits; exchange rates, with twelve decimals, do not, and are kept as text.
    private static bool IsScaled(Column column) => column.Precision <= 7;

    private static decimal Factor(int precision) => precision switch
    {
        0 => 1m,
        1 => 10m,
        2 => 100m,
        3 => 1_000m,
        4 => 10_000m,
        5 => 100_000m,
        6 => 1_000_000m,
        _ => 10_000_000m,
    };
}
