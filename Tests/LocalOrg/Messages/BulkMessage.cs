using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>
/// Many rows of one table in one request and one transaction: all or none (bulk-operations.md, "On Error behavior with
/// standard tables").
/// </summary>
internal abstract class BulkMessage(string single) : MessageHandler
{
    private const string Targets = "Targets";

    public override string RequestName => single + "Multiple";

    public override bool HasOwnStages => true;

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession session)
    {
        var rows = RowsOf(request);
        var table = engine.TableOf(rows.EntityName ?? rows[0].LogicalName).Name;
        return rows.Entities.All(row => row.LogicalName == table)
            ? new Subject(table, Guid.Empty)
            : throw BatchFaults.SeveralTables(RequestName, table);
    }

    public override void Run(Operation operation)
    {
        Refuse(operation);
        var engine = operation.Engine;
        var requests = RowsOf(operation.Request).Entities.Select(row => engine.PartsOf(RequestFor(row))).ToList();
        for (var part = 0; requests.Any(parts => parts.Count > part); part++)
        {
            engine.ExecuteRows([.. requests.Where(parts => parts.Count > part).Select(parts => parts[part])], operation);
        }
    }

    /// <summary>The request for one row alone.</summary>
    protected abstract OrganizationRequest RequestFor(Entity row);

    /// <summary>Refuses options that are not modelled.</summary>
    protected virtual void Refuse(Operation operation)
    {
    }

    /// <summary>The rows of a request.</summary>
    /// <exception cref="NotSupportedByLocalOrgException">There are none: what the platform makes of that is not documented.</exception>
    protected EntityCollection RowsOf(OrganizationRequest request)
    {
        if (!request.Parameters.TryGetValue(Targets, out var value) || value is not EntityCollection rows)
        {
            throw DataFaults.MissingParameter(RequestName, Targets);
        }

        return rows.Entities.Count > 0 ? rows : throw new NotSupportedByLocalOrgException($"{RequestName} without a row");
    }
}
