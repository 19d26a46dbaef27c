using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Messages;

/// <summary>The target of a request: a row, found by id or by alternate key.</summary>
internal static class Targets
{
    /// <summary>The target row.</summary>
    public static Entity Of(OrganizationRequest request) =>
        request.Parameters.TryGetValue("Target", out var value) && value is Entity row ? row : throw DataFaults.MissingParameter(request.RequestName, "Target");

    /// <summary>The id of a row named by id or by alternate key.</summary>
    /// <param name="engine">The org.</param>
    /// <param name="session">The transaction; empty before there is one.</param>
    /// <param name="table">The row's table.</param>
    /// <param name="id">The id, if that is the name.</param>
    /// <param name="keys">The key, otherwise.</param>
    public static Guid IdOf(Engine engine, StoreSession? session, Table table, Guid id, KeyAttributeCollection keys)
    {
        if (id != Guid.Empty || keys.Count == 0)
        {
            return id;
        }

        var found = session is null ? engine.WithSession(own => Find(engine, own, table, keys)) : Find(engine, session, table, keys);
        return found ?? throw DataFaults.NoSuchKey(table.Name);
    }

    /// <summary>A lookup that names its row by alternate key, with the row's id (use-alternate-key-reference-record.md); anything else as it is.</summary>
    public static object? Resolved(Operation operation, object? value) =>
        value is EntityReference reference && reference.Id == Guid.Empty && reference.KeyAttributes.Count > 0
            ? new EntityReference(reference.LogicalName, IdOf(operation.Engine, operation.Unit!.Session, operation.Engine.TableOf(reference.LogicalName), Guid.Empty, reference.KeyAttributes))
            : value;

    /// <summary>The row with those key values, if there is one.</summary>
    public static Guid? Find(Engine engine, StoreSession session, Table table, KeyAttributeCollection keys)
    {
        if (!table.Keys.Any(key => key.Columns.Order().SequenceEqual(keys.Keys.Order())))
        {
            throw DataFaults.UnknownKey(table.Name, keys.Keys);
        }

        return engine.QueriesAsSystem(session).Run(new Query
        {
            Table = table.Name,
            Filter = new Group(IsOr: false, [.. keys.Select(key => new Condition(null, key.Key, ConditionOperator.Equal, [key.Value]))]),
            Top = 1,
        }).Entities.FirstOrDefault()?.Id;
    }
}
