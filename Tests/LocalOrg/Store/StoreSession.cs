using System.Data.Common;

namespace CrmExtensions.Local.Store;

/// <summary>One user of the database at a time: a connection with, or without, a transaction.</summary>
internal abstract class StoreSession : IDisposable
{
    public abstract Dialect Dialect { get; }

    public bool InTransaction { get; private set; }

    public void Begin()
    {
        Execute(BeginStatement);
        InTransaction = true;
    }

    public void Commit()
    {
        Execute(CommitStatement);
        InTransaction = false;
    }

    public void Rollback()
    {
        Execute(RollbackStatement);
        InTransaction = false;
    }

    /// <summary>Runs a statement; how many rows it touched.</summary>
    public int Execute(Sql sql) => Prepare(sql).ExecuteNonQuery();

    /// <summary>Runs a query to its end.</summary>
    public List<T> Query<T>(Sql sql, Func<DbDataReader, T> read)
    {
        using var reader = Prepare(sql).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    public abstract void Dispose();

    protected abstract Sql BeginStatement { get; }

    /// <summary>The command of this text, prepared once a connection.</summary>
    protected abstract DbCommand Command(string text);

    private static Sql CommitStatement { get; } = new Sql().Add("COMMIT");

    private static Sql RollbackStatement { get; } = new Sql().Add("ROLLBACK");

    private DbCommand Prepare(Sql sql)
    {
        var command = Command(sql.Text);
        var parameters = command.Parameters;
        for (var i = parameters.Count; i < sql.Parameters.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@p" + i.ToString(System.Globalization.CultureInfo.InvariantCulture);
            parameters.Add(parameter);
        }

        for (var i = 0; i < sql.Parameters.Count; i++)
        {
            parameters[i].Value = sql.Parameters[i];
        }

        return command;
    }
}
