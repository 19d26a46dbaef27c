using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class ExecuteMultipleResponse : OrganizationResponse
{
    public bool IsFaulted => Read<bool>("IsFaulted");

    public ExecuteMultipleResponseItemCollection Responses => Read<ExecuteMultipleResponseItemCollection>("Responses");
}
