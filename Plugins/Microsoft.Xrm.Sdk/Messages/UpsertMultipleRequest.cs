using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class UpsertMultipleRequest : OrganizationRequest
{
    public UpsertMultipleRequest()
        : base("UpsertMultiple")
    {
        this["Targets"] = null;
    }

    public EntityCollection Targets
    {
        get => Read<EntityCollection>("Targets");
        set => this["Targets"] = value;
    }
}
