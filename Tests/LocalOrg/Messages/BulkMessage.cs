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

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session)
    {
        var rows = TargetsOf(request);
        var table = engine.TableOf(rows.EntityName ?? rows[0].LogicalName).Name;
        return rows.Entities.All(row => row.LogicalName == table)
            ? new Subject(table, Guid.Empty)
            : throw BatchFaults.SeveralTables(RequestName, table);
    }

    /// <summary>The rows of a request.</summary>
    /// <exception cref="NotSupportedByLocalOrgException">There are none: what the platform makes of that is not documented.</exception>
    protected EntityCollection TargetsOf(OrganizationRequest request)
    {
        if (!request.Parameters.TryGetValue(Targets, out var value) || value is not EntityCollection rows)
        {
            throw DataFaults.MissingParameter(RequestName, Targets);
        }

        return rows.Entities.Count > 0 ? rows : throw new NotSupportedByLocalOrgException($"{RequestName} without a row");
    }
}
