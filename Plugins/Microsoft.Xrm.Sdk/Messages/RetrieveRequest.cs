using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk.Messages;

[DataContract(Namespace = Namespaces.V2011)]
public sealed class RetrieveRequest : OrganizationRequest
{
    public RetrieveRequest()
        : base("Retrieve")
    {
        this["Target"] = null;
        this["ColumnSet"] = null;
    }

    public EntityReference Target
    {
        get => Read<EntityReference>("Target");
        set => this["Target"] = value;
    }

    public ColumnSet ColumnSet
    {
        get => Read<ColumnSet>("ColumnSet");
        set => this["ColumnSet"] = value;
    }
}
