using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Messages;

internal sealed class RetrieveMultiple : MessageHandler
{
    // What steps see is not called what the response's property is (PD/understand-the-data-context.md, "OutputParameters").
    private const string Key = "BusinessEntityCollection";

    public override string RequestName => "RetrieveMultiple";

    public override bool IsReadOnly => true;

    public override ParameterCollection Answer(ParameterCollection results) => new() { ["EntityCollection"] = results[Key] };

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) =>
        request.Parameters.TryGetValue("Query", out var value) && value is QueryBase query
            ? new Subject(TableOf(query, engine), Guid.Empty)
            : throw DataFaults.MissingParameter(RequestName, "Query");

    public override void Run(Operation operation)
    {
        var queries = operation.Engine.QueriesAs(operation.Access, operation.Unit!.Session);
        operation.Results[Key] = queries.Run(QueryRunner.TreeOf(operation.Required<QueryBase>("Query")) with { Formatted = true });
    }

    // Only for steps is FetchXML read twice. What is wrong with a query its reader says.
    private string TableOf(QueryBase query, Engine engine) => query switch
    {
        QueryExpression expression => expression.EntityName ?? "",
        QueryByAttribute byAttribute => byAttribute.EntityName ?? "",
        FetchExpression fetch when engine.Steps.Knows(RequestName) => FetchXmlReader.TableOf(fetch.Query) ?? "",
        _ => "",
    };
}
