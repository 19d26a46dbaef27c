using System.ServiceModel;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>All requests in one transaction; the fault tells which of them it was (use-executetransaction.md).</summary>
internal sealed class ExecuteTransaction : BatchMessage
{
    public override string RequestName => "ExecuteTransaction";

    public override void Run(Operation operation)
    {
        var requests = RequestsOf(operation);
        var responses = new OrganizationResponseCollection();
        for (var index = 0; index < requests.Count; index++)
        {
            var response = Execute(operation, requests[index], index);
            if (operation.Optional<bool?>("ReturnResponses") == true)
            {
                responses.Add(response);
            }
        }

        operation.Results["Responses"] = responses;
    }

    private static OrganizationResponse Execute(Operation operation, OrganizationRequest request, int index)
    {
        try
        {
            return request.RequestName is "ExecuteTransaction" or "ExecuteMultiple"
                ? throw BatchFaults.Nested(operation.Message, request.RequestName)
                : operation.Engine.ExecuteWithin(request, operation);
        }
        catch (FaultException<OrganizationServiceFault> failure)
        {
            throw BatchFaults.At(index, failure.Detail);
        }
    }
}
