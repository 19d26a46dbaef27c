using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class ExecuteTransactionRequest : OrganizationRequest
{
    public ExecuteTransactionRequest()
        : base("ExecuteTransaction")
    {
        this["Requests"] = null;
    }

    public OrganizationRequestCollection Requests
    {
        get => Read<OrganizationRequestCollection>("Requests");
        set => this["Requests"] = value;
    }

    public bool? ReturnResponses
    {
        get => Read<bool?>("ReturnResponses");
        set => this["ReturnResponses"] = value;
    }
}
