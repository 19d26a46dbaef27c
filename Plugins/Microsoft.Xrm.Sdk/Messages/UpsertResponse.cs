using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class UpsertResponse : OrganizationResponse
{
    public bool RecordCreated => Read<bool>("RecordCreated");

    public EntityReference Target => Read<EntityReference>("Target");
}
