using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class DisassociateRequest : OrganizationRequest
{
    public DisassociateRequest()
        : base("Disassociate")
    {
        this["Target"] = null;
        this["Relationship"] = null;
        this["RelatedEntities"] = null;
    }

    public EntityReference Target
    {
        get => Read<EntityReference>("Target");
        set => this["Target"] = value;
    }

    public Relationship Relationship
    {
        get => Read<Relationship>("Relationship");
        set => this["Relationship"] = value;
    }

    public EntityReferenceCollection RelatedEntities
    {
        get => Read<EntityReferenceCollection>("RelatedEntities");
        set => this["RelatedEntities"] = value;
    }
}
