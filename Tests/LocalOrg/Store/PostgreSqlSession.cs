using System.Data.Common;
using Npgsql;
using NpgsqlTypes;

namespace CrmExtensions.Local.Store;

/// <summary>A connection while somebody uses it.</summary>
internal sealed class PostgreSqlSession(PostgreSqlStore store, PostgreSqlConnection connection) : StoreSession
{
    private bool disposed;

    public override Dialect Dialect => store.Dialect;

    /// <exception cref="InvalidOperationException">A statement has failed before: the engine would roll back and say nothing.</exception>
    public override void Commit()
    {
        if (HasFailed)
        {
            throw new InvalidOperationException("A statement of this transaction has failed; it cannot be committed.");
        }

        base.Commit();
    }

    public override void Dispose()
    {
        if (!disposed)
        {
            disposed = true;
            store.Return(connection, isClean: !InTransaction);
        }
    }

    // Travels with the first statement, so that it costs no round trip.
    protected override void BeginTransaction() => connection.Begin();

    protected override DbCommand Command(string text) => connection.Command(text);

    protected override void Bind(DbCommand command, IReadOnlyList<object> values)
    {
        foreach (var value in values)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = TypeOf(value), Value = value is PostgreSqlNull ? DBNull.Value : value });
        }
    }

    private static NpgsqlDbType TypeOf(object value) => value switch
    {
        string => NpgsqlDbType.Citext,
        Guid => NpgsqlDbType.Uuid,
        long => NpgsqlDbType.Bigint,
        int => NpgsqlDbType.Integer,
        bool => NpgsqlDbType.Boolean,
        decimal => NpgsqlDbType.Numeric,
        byte[] => NpgsqlDbType.Bytea,
        PostgreSqlNull typed => typed.Type,
        DBNull => NpgsqlDbType.Citext,
        _ => throw new NotSupportedException($"values of type {value.GetType().Name}"),
    };
}
