using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class UpdateMultipleRequest : OrganizationRequest
{
    public UpdateMultipleRequest()
        : base("UpdateMultiple")
    {
        this["Targets"] = null;
    }

    public EntityCollection Targets
    {
        get => Read<EntityCollection>("Targets");
        set => this["Targets"] = value;
    }

    public ConcurrencyBehavior ConcurrencyBehavior
    {
        get => Read<ConcurrencyBehavior>("ConcurrencyBehavior");
        set => this["ConcurrencyBehavior"] = value;
    }
}
