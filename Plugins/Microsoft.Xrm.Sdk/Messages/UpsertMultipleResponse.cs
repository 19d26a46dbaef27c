using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class UpsertMultipleResponse : OrganizationResponse
{
    public new UpsertResponse[] Results => Read<UpsertResponse[]>("Results");
}
