using System.Data.Common;
using CrmExtensions.Local;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>An org of its own on one engine, and a way to its database beside it.</summary>
internal abstract class Bed : IDisposable
{
    private static int count;

    protected Bed(LocalOrg org) => Org = org;

    public LocalOrg Org { get; }

    /// <summary>What the engine is called.</summary>
    public abstract string Engine { get; }

    /// <summary>An org with a clock that tells the time, empty but for what an org is delivered with.</summary>
    /// <param name="engine">Where its rows are.</param>
    /// <param name="workers">How many jobs run at once; with 0 they run when asked.</param>
    public static Bed Of(EngineKind engine, int workers = 0)
    {
        var options = new LocalOrgOptions { Workers = workers };
        var number = Interlocked.Increment(ref count);
        return engine == EngineKind.Sqlite ? SqliteBed.Make(options) : PostgreSqlBed.Make(options, number);
    }

    /// <summary>An open connection of one's own; the caller closes it.</summary>
    public abstract DbConnection Connect();

    /// <summary>An open connection for filling tables: no foreign keys, since the rows come in any order.</summary>
    public abstract DbConnection ConnectToFill();

    /// <summary>SQL for an id whose first eight hexadecimal digits are those of the number <c>k</c>.</summary>
    public abstract string IdOfCopy(string id);

    /// <summary>SQL for the same of an id in text.</summary>
    public abstract string TextOfCopy(string text);

    /// <summary>How the engine goes about a statement, without costs: one line a node.</summary>
    /// <param name="connection">From <see cref="Connect"/>.</param>
    /// <param name="statement">As <see cref="Local.Pipeline.Meter.AtStatement"/> tells it.</param>
    public abstract IReadOnlyList<string> Plan(DbConnection connection, string statement);

    /// <summary>Lets the engine count what it has, and forget what is gone.</summary>
    public abstract void Analyze();

    public virtual void Dispose() => Org.Dispose();

    protected static IReadOnlyList<string> Lines(DbConnection connection, string question, Func<DbDataReader, string> read)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Statements of the org itself, and of this folder.
        command.CommandText = question;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
        {
            lines.Add(read(reader));
        }

        return lines;
    }
}
