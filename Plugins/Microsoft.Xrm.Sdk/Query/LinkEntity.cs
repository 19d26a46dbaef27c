using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Query;

[DataContract(Name = "LinkEntity", Namespace = Namespaces.V2011)]
public sealed class LinkEntity : IExtensibleDataObject
{
    public LinkEntity() => LinkCriteria = new();

    public LinkEntity(
        string linkFromEntityName,
        string linkToEntityName,
        string linkFromAttributeName,
        string linkToAttributeName,
        JoinOperator joinOperator)
        : this()
    {
        LinkFromEntityName = linkFromEntityName;
        LinkToEntityName = linkToEntityName;
        LinkFromAttributeName = linkFromAttributeName;
        LinkToAttributeName = linkToAttributeName;
        JoinOperator = joinOperator;
    }

    [DataMember]
    public string LinkFromAttributeName { get; set; } = null!;

    [DataMember]
    public string LinkFromEntityName { get; set; } = null!;

    [DataMember]
    public string LinkToEntityName { get; set; } = null!;

    [DataMember]
    public string LinkToAttributeName { get; set; } = null!;

    [DataMember]
    public JoinOperator JoinOperator { get; set; }

    [DataMember]
    public FilterExpression LinkCriteria { get; set; }

    [DataMember]
    public DataCollection<LinkEntity> LinkEntities { get => field ??= new(); private set; }

    [DataMember]
    public ColumnSet Columns { get => field ??= new(); set; }

    [DataMember]
    public string? EntityAlias { get; set; }

    [DataMember(EmitDefaultValue = false)]
    public string? ForceSeek { get; set; }

    [DataMember(Order = 80)]
    public DataCollection<OrderExpression> Orders { get => field ??= new(); private set; }

    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>As in the genuine SDK, the new link takes this link's own source table for its source.</summary>
    public LinkEntity AddLink(string linkToEntityName, string linkFromAttributeName, string linkToAttributeName) =>
        AddLink(linkToEntityName, linkFromAttributeName, linkToAttributeName, JoinOperator.Inner);

    public LinkEntity AddLink(
        string linkToEntityName, string linkFromAttributeName, string linkToAttributeName, JoinOperator joinOperator)
    {
        var link = new LinkEntity(
            LinkFromEntityName, linkToEntityName, linkFromAttributeName, linkToAttributeName, joinOperator);
        LinkEntities.Add(link);
        return link;
    }
}
