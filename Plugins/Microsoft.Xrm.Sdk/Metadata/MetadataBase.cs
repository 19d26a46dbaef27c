using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "MetadataBase", Namespace = Namespaces.Metadata2011)]
[KnownType(typeof(AttributeMetadata))]
[KnownType(typeof(OptionSetMetadata))]
public abstract class MetadataBase : IExtensibleDataObject
{
    [DataMember]
    public Guid? MetadataId { get; set; }

    [DataMember(Order = 60)]
    public bool? HasChanged { get; set; }

    public ExtensionDataObject? ExtensionData { get; set; }
}
