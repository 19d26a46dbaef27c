using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Messages;

/// <summary>The target of a request: a copy of the caller's row, found by id or by alternate key.</summary>
internal static class Targets
{
    /// <summary>The target row, copied, so that steps can change it without changing the caller's.</summary>
    public static Entity Own(OrganizationRequest request)
    {
        if (!request.Parameters.TryGetValue("Target", out var value) || value is not Entity given)
        {
            throw DataFaults.MissingParameter(request.RequestName, "Target");
        }

        var copy = Copy(given);
        request.Parameters["Target"] = copy;
        return copy;
    }

    public static Entity Copy(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id) { RowVersion = row.RowVersion };
        copy.Attributes.AddRange(row.Attributes);
        copy.KeyAttributes.AddRange(row.KeyAttributes);
        copy.RelatedEntities.AddRange(row.RelatedEntities);
        return copy;
    }

    /// <summary>The id of a row named by id or by alternate key.</summary>
    public static Guid IdOf(Engine engine, StoreSession session, Table table, Guid id, KeyAttributeCollection keys)
    {
        if (id != Guid.Empty || keys.Count == 0)
        {
            return id;
        }

        return Find(engine, session, table, keys) ?? throw DataFaults.NoSuchKey(table.Name);
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
