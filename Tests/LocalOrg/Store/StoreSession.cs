using System.Data.Common;

namespace CrmExtensions.Local.Store;

/// <summary>One user of the database at a time: a connection with, or without, a transaction.</summary>
internal abstract class StoreSession : IDisposable
{
    public abstract Dialect Dialect { get; }

    public bool InTransaction { get; private set; }

    /// <summary>Told the text of every statement.</summary>
    public Action<string>? AtStatement { get; set; }

    /// <summary>Whether a statement of the transaction has failed, after which some engines refuse all others.</summary>
    protected bool HasFailed { get; private set; }

    public void Begin()
    {
        HasFailed = false;
        BeginTransaction();
        InTransaction = true;
    }

    public virtual void Commit()
    {
        Execute(CommitStatement);
        InTransaction = false;
    }

    public void Rollback()
    {
        InTransaction = false;
        Execute(RollbackStatement);
    }

    /// <summary>Runs a statement; how many rows it touched.</summary>
    public int Execute(Sql sql)
    {
        try
        {
            return Prepare(sql).ExecuteNonQuery();
        }
        catch (DbException failure)
        {
            Failed(failure);
            throw;
        }
    }

    /// <summary>Runs a query to its end.</summary>
    public List<T> Query<T>(Sql sql, Func<DbDataReader, T> read)
    {
        try
        {
            using var reader = Prepare(sql).ExecuteReader();
            var rows = new List<T>();
            while (reader.Read())
            {
                rows.Add(read(reader));
            }

            return rows;
        }
        catch (DbException failure)
        {
            Failed(failure);
            throw;
        }
    }

    public abstract void Dispose();

    protected abstract void BeginTransaction();

    /// <summary>The command of this text, prepared once a connection.</summary>
    protected abstract DbCommand Command(string text);

    private static Sql CommitStatement { get; } = new Sql().Add("COMMIT");

    private static Sql RollbackStatement { get; } = new Sql().Add("ROLLBACK");

    private void Failed(DbException failure)
    {
        HasFailed = true;
        if (Dialect.Contention(failure) is { } fault)
        {
            throw fault;
        }
    }

    /// <summary>Gives a command the values of a statement.</summary>
    protected virtual void Bind(DbCommand command, IReadOnlyList<object> values)
    {
        var parameters = command.Parameters;
        for (var i = parameters.Count; i < values.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = NameOf(i);
            parameters.Add(parameter);
        }

        for (var i = 0; i < values.Count; i++)
        {
            parameters[i].Value = values[i];
        }
    }

    private static string NameOf(int parameter) => "@p" + parameter.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private DbCommand Prepare(Sql sql)
    {
        var text = sql.Text;
        AtStatement?.Invoke(text);
        var command = Command(text);
        Bind(command, sql.Parameters);
        return command;
    }
}
