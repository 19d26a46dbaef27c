using System.Data.Common;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using Npgsql;
using NpgsqlTypes;

namespace CrmExtensions.Local.Store;

/// <summary>
/// PostgreSQL: text that compares without regard to case (citext, in a database of the C locale, as SQLite's NOCASE does),
/// times as whole seconds, amounts as exact numerics.
/// </summary>
internal sealed class PostgreSqlDialect : Dialect
{
    // From the year 1, which times are counted from, to 1970.
    private const string SecondsToEpoch = "62135596800";

    public override string LikeSuffix => " ESCAPE ''";

    public override bool AddsReferencesLater => true;

    public override string TypeOf(Column column) => column.Type switch
    {
        ColumnType.Text or ColumnType.Memo => "citext",
        ColumnType.Choices => "text",
        ColumnType.PrimaryKey or ColumnType.Guid or ColumnType.Lookup or ColumnType.Owner => "uuid",
        ColumnType.Decimal or ColumnType.Money or ColumnType.Double => "numeric",
        ColumnType.DateTime or ColumnType.BigInteger => "bigint",
        ColumnType.Boolean => "boolean",
        _ => "integer",
    };

    public override string TypeOfBytes => "bytea";

    public override string ColumnsThere =>
        "SELECT relname::text, attname::text, format_type(atttypid, NULL) FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid WHERE attnum > 0 AND NOT attisdropped AND relkind = 'r' AND relnamespace = 'public'::regnamespace";

    public override object Encode(Column column, object value) => value is DateTime time ? time.Ticks / TimeSpan.TicksPerSecond : value;

    public override object Null(Column column) => new PostgreSqlNull(column.Type switch
    {
        ColumnType.Text or ColumnType.Memo or ColumnType.Choices => NpgsqlDbType.Citext,
        ColumnType.PrimaryKey or ColumnType.Guid or ColumnType.Lookup or ColumnType.Owner => NpgsqlDbType.Uuid,
        ColumnType.Decimal or ColumnType.Money or ColumnType.Double => NpgsqlDbType.Numeric,
        ColumnType.DateTime or ColumnType.BigInteger => NpgsqlDbType.Bigint,
        ColumnType.Boolean => NpgsqlDbType.Boolean,
        _ => NpgsqlDbType.Integer,
    });

    public override string Empty(Column column) => $"CAST(NULL AS {TypeOf(column)})";

    public override object Decode(Column column, DbDataReader reader, int ordinal) => column.Type switch
    {
        ColumnType.PrimaryKey or ColumnType.Guid or ColumnType.Lookup or ColumnType.Owner => reader.GetGuid(ordinal),
        ColumnType.Text or ColumnType.Memo or ColumnType.Choices => reader.GetString(ordinal),
        ColumnType.DateTime => new DateTime(reader.GetInt64(ordinal) * TimeSpan.TicksPerSecond, DateTimeKind.Utc),
        ColumnType.Boolean => reader.GetBoolean(ordinal),
        ColumnType.BigInteger => reader.GetInt64(ordinal),
        ColumnType.Decimal or ColumnType.Money or ColumnType.Double => reader.GetDecimal(ordinal),
        _ => reader.GetInt32(ordinal),
    };

    // The sum of a type is of the next wider one. Each as an object of its own type: else all would be made decimals.
    public override object DecodeSum(Column column, DbDataReader reader, int ordinal) => column.Type switch
    {
        ColumnType.BigInteger => (object)(long)reader.GetDecimal(ordinal),
        ColumnType.Decimal or ColumnType.Money or ColumnType.Double => reader.GetDecimal(ordinal),
        _ => checked((int)reader.GetInt64(ordinal)),
    };

    // What the embedded store cannot calculate is refused here too, so that a test means the same on both.
    public override decimal? CalculationFactor(Column column) => column.Type is ColumnType.Decimal or ColumnType.Money or ColumnType.Double && column.Precision > 7 ? null : 1m;

    // A primary key is never empty, and its index is sorted the plain way.
    public override string Sorted(Column column, bool descending) => column.Type == ColumnType.PrimaryKey
        ? descending ? " DESC" : " ASC"
        : descending ? " DESC NULLS LAST" : " ASC NULLS FIRST";

    // Indexes of alternate keys are named after table and key (Schema).
    public override bool IsDuplicate(DbException failure, Table table, out AlternateKey? key)
    {
        key = null;
        if (failure is not PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } broken)
        {
            return false;
        }

        key = table.Keys.FirstOrDefault(candidate => broken.ConstraintName == table.Name + "_" + candidate.Name);
        return true;
    }

    public override bool IsMissingReference(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.ForeignKeyViolation };

    public override string? BrokenReference(DbException failure) => (failure as PostgresException)?.ConstraintName;

    public override string MatchOperator => " ~* ";

    public override void WriteDatePart(Sql sql, DatePart part, TimeZoneInfo zone, string alias, Column column)
    {
        var name = TimeZoneInfo.TryConvertWindowsIdToIanaId(zone.Id, out var iana) ? iana : zone.Id;
        var time = $"(to_timestamp(\"{alias}\".\"{column.Name}\" - {SecondsToEpoch}) AT TIME ZONE '{name.Replace("'", "''", StringComparison.Ordinal)}')";
        sql.Add("CAST(").Add(part switch
        {
            DatePart.Day => $"EXTRACT(DAY FROM {time})",
            DatePart.Week => $"FLOOR((EXTRACT(DOY FROM {time}) - 1 + EXTRACT(DOW FROM date_trunc('year', {time}))) / 7) + 1",
            DatePart.Month => $"EXTRACT(MONTH FROM {time})",
            DatePart.Quarter => $"EXTRACT(QUARTER FROM {time})",
            DatePart.Year => $"EXTRACT(YEAR FROM {time})",
            _ => $"EXTRACT(YEAR FROM {time}) * 12 + EXTRACT(MONTH FROM {time}) - 1",
        }).Add(" AS bigint)");
    }

    public override bool IsOverflow(DbException failure) => failure is PostgresException { SqlState: PostgresErrorCodes.NumericValueOutOfRange };

    public override Exception? Contention(DbException failure) => failure switch
    {
        PostgresException { SqlState: PostgresErrorCodes.DeadlockDetected } => StoreFaults.Deadlock(),
        PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled } => StoreFaults.Timeout(),
        _ => null,
    };
}
