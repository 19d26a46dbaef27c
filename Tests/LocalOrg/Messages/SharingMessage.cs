using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using CrmExtensions.Tables;
using Microsoft.Crm.Sdk.Messages;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Messages;

/// <summary>What the messages about sharing have in common: a row that somebody owns, and a user or team.</summary>
internal abstract class SharingMessage : MessageHandler
{
    protected const string Target = "Target";

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) =>
        request.Parameters.TryGetValue(Target, out var value) && value is EntityReference target
            ? new Subject(engine.TableOf(target.LogicalName).Name, target.Id)
            : throw DataFaults.MissingParameter(RequestName, Target);

    /// <summary>The row, to which the caller needs an access.</summary>
    protected static Entity Row(Operation operation, string access)
    {
        var row = operation.Before() ?? throw DataFaults.NoSuchRow(operation.Table, operation.RowId);
        operation.Access.Demand(operation.Metadata, row, access);
        return operation.Metadata.IsOwned
            ? row
            : throw new NotSupportedByLocalOrgException($"sharing rows of '{operation.Table}', which no user owns");
    }

    /// <summary>What to grant, of which one can give only what one has.</summary>
    protected static PrincipalAccess Granted(Operation operation, Entity row)
    {
        var given = operation.Required<PrincipalAccess>("PrincipalAccess");
        DemandPrincipal(operation, given.Principal ?? throw DataFaults.MissingParameter(operation.Message, "PrincipalAccess"));
        foreach (var access in Access.Rights.Where(access => access.Value != AccessRights.CreateAccess && given.AccessMask.HasFlag(access.Value)))
        {
            operation.Access.Demand(operation.Metadata, row, access.Key);
        }

        return given;
    }

    /// <summary>Refuses who is neither a user nor a team of the org.</summary>
    protected static void DemandPrincipal(Operation operation, EntityReference principal)
    {
        if (principal.LogicalName is not (SystemUser.Table or Team.Table))
        {
            throw new NotSupportedByLocalOrgException($"sharing with a row of '{principal.LogicalName}'");
        }

        if (operation.Engine.QueriesAsSystem(operation.Unit!.Session).Find(principal.LogicalName, principal.Id, new ColumnSet(false)) is null)
        {
            throw DataFaults.NoSuchRow(principal.LogicalName, principal.Id);
        }
    }
}
