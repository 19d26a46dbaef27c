using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class UpsertRequest : OrganizationRequest
{
    public UpsertRequest()
        : base("Upsert")
    {
        this["Target"] = null;
    }

    public Entity Target
    {
        get => Read<Entity>("Target");
        set => this["Target"] = value;
    }
}
