using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "AttributeMetadata", Namespace = Namespaces.Metadata2011)]
[KnownType(typeof(PicklistAttributeMetadata))]
[KnownType(typeof(StateAttributeMetadata))]
[KnownType(typeof(StatusAttributeMetadata))]
public class AttributeMetadata : MetadataBase
{
    public AttributeMetadata()
    {
    }

    protected AttributeMetadata(AttributeTypeCode attributeType) => AttributeType = attributeType;

    protected AttributeMetadata(AttributeTypeCode attributeType, string? schemaName)
        : this(attributeType) => SchemaName = schemaName!;

    [DataMember]
    public AttributeTypeCode? AttributeType { get; internal set; }

    [DataMember]
    public Label? DisplayName { get; set; }

    [DataMember]
    public string EntityLogicalName { get; internal set; } = null!;

    [DataMember]
    public string LogicalName { get; set; } = null!;

    [DataMember]
    public string SchemaName { get; set; } = null!;
}
