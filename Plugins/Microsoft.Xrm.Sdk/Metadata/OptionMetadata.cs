using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk.Metadata;

[DataContract(Name = "OptionMetadata", Namespace = Namespaces.Metadata2011)]
[KnownType(typeof(StateOptionMetadata))]
[KnownType(typeof(StatusOptionMetadata))]
public class OptionMetadata : MetadataBase
{
    public OptionMetadata()
    {
    }

    public OptionMetadata(int value) => Value = value;

    public OptionMetadata(Label? label, int? value)
    {
        Label = label;
        Value = value;
    }

    [DataMember]
    public int? Value { get; set; }

    [DataMember]
    public Label? Label { get; set; }

    [DataMember]
    public Label? Description { get; set; }

    [DataMember]
    public string? Color { get; set; }
}
