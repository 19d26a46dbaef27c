using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Messages;

internal sealed class RetrieveMultiple : MessageHandler
{
    public override string RequestName => "RetrieveMultiple";

    public override bool IsReadOnly => true;

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession session) => new(
        request.Parameters.TryGetValue("Query", out var value) && value is QueryBase query
            ? query is QueryExpression expression ? expression.EntityName : ""
            : throw DataFaults.MissingParameter(RequestName, "Query"),
        Guid.Empty);

    public override void Run(Operation operation)
    {
        var queries = operation.Engine.QueriesAs(operation.Access, operation.Unit!.Session);
        operation.Results["EntityCollection"] = queries.Run(QueryRunner.TreeOf(operation.Required<QueryBase>("Query")) with { Formatted = true });
    }
}
