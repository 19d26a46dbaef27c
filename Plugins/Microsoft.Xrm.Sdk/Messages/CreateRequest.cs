using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class CreateRequest : OrganizationRequest
{
    public CreateRequest()
        : base("Create")
    {
        this["Target"] = null;
    }

    public Entity Target
    {
        get => Read<Entity>("Target");
        set => this["Target"] = value;
    }
}
