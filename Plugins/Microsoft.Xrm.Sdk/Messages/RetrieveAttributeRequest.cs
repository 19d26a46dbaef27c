using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class RetrieveAttributeRequest : OrganizationRequest
{
    public RetrieveAttributeRequest()
        : base("RetrieveAttribute")
    {
        MetadataId = Guid.Empty;
        RetrieveAsIfPublished = false;
    }

    public string EntityLogicalName
    {
        get => Read<string>("EntityLogicalName");
        set => this["EntityLogicalName"] = value;
    }

    public string LogicalName
    {
        get => Read<string>("LogicalName");
        set => this["LogicalName"] = value;
    }

    public int ColumnNumber
    {
        get => Read<int>("ColumnNumber");
        set => this["ColumnNumber"] = value;
    }

    public Guid MetadataId
    {
        get => Read<Guid>("MetadataId");
        set => this["MetadataId"] = value;
    }

    public bool RetrieveAsIfPublished
    {
        get => Read<bool>("RetrieveAsIfPublished");
        set => this["RetrieveAsIfPublished"] = value;
    }
}
