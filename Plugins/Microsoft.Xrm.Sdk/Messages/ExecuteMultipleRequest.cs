using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class ExecuteMultipleRequest : OrganizationRequest
{
    public ExecuteMultipleRequest()
        : base("ExecuteMultiple")
    {
        this["Requests"] = null;
        this["Settings"] = null;
    }

    public OrganizationRequestCollection Requests
    {
        get => Read<OrganizationRequestCollection>("Requests");
        set => this["Requests"] = value;
    }

    public ExecuteMultipleSettings Settings
    {
        get => Read<ExecuteMultipleSettings>("Settings");
        set => this["Settings"] = value;
    }
}
