using System.Data.Common;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Tests;

/// <summary>A session on a connection of its own, in which something else happens just before one of its statements.</summary>
internal sealed class InterruptedSession(DbConnection connection, Dialect dialect, int statement, Action interruption) : StoreSession
{
    private readonly List<DbCommand> commands = [];

    public override Dialect Dialect => dialect;

    public override void Dispose() => commands.ForEach(command => command.Dispose());

    protected override void BeginTransaction() => Execute(new Sql().Add("BEGIN"));

    protected override DbCommand Command(string text)
    {
        if (commands.Count + 1 == statement)
        {
            interruption();
        }

        var command = connection.CreateCommand();
        command.CommandText = text;
        commands.Add(command);
        return command;
    }
}
