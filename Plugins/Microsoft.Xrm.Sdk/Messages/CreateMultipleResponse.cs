using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class CreateMultipleResponse : OrganizationResponse
{
    public Guid[] Ids => Read<Guid[]>("Ids");
}
