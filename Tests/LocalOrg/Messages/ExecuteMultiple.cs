using System.ServiceModel;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>Each request in a transaction of its own (execute-multiple-requests.md); inside a plug-in all in the plug-in's.</summary>
internal sealed class ExecuteMultiple : BatchMessage
{
    public override string RequestName => "ExecuteMultiple";

    public override bool IsTransactional(Engine engine) => false;

    public override void Run(Operation operation)
    {
        var requests = RequestsOf(operation);
        var settings = operation.Required<ExecuteMultipleSettings>("Settings");
        var responses = new ExecuteMultipleResponseItemCollection();
        var isFaulted = false;
        for (var index = 0; index < requests.Count && (!isFaulted || settings.ContinueOnError); index++)
        {
            var item = Answer(operation, requests[index]);
            item.RequestIndex = index;
            isFaulted |= item.Fault is not null;
            if (item.Fault is not null || settings.ReturnResponses)
            {
                responses.Add(item);
            }
        }

        operation.Results["IsFaulted"] = isFaulted;
        operation.Results["Responses"] = responses;
    }

    // A fault inside a plug-in's transaction has ended it: nothing goes on there, whatever the settings say.
    private static ExecuteMultipleResponseItem Answer(Operation operation, OrganizationRequest request)
    {
        try
        {
            return new ExecuteMultipleResponseItem { Response = Execute(operation, request) };
        }
        catch (FaultException<OrganizationServiceFault> failure) when (operation.Unit is null)
        {
            return new ExecuteMultipleResponseItem { Fault = failure.Detail };
        }
    }

    private static OrganizationResponse Execute(Operation operation, OrganizationRequest request)
    {
        if (request.RequestName == "ExecuteMultiple")
        {
            throw BatchFaults.Nested(operation.Message, request.RequestName);
        }

        return operation.Engine.ExecuteWithin(request, operation);
    }
}
