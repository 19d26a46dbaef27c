using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "Label", Namespace = Namespaces.V2011)]
public sealed class Label : IExtensibleDataObject
{
    public Label()
    {
    }

    /// <summary>One translation; the label of the user's language stays empty.</summary>
    public Label(string label, int languageCode) => LocalizedLabels = new() { new(label, languageCode) };

    public Label(LocalizedLabel? userLocalizedLabel, LocalizedLabel[]? labels)
    {
        UserLocalizedLabel = userLocalizedLabel;
        LocalizedLabels = new(labels);
    }

    public Label(LocalizedLabel? userLocalizedLabel, List<LocalizedLabel>? labels)
    {
        UserLocalizedLabel = userLocalizedLabel;
        LocalizedLabels = new(labels);
    }

    [DataMember]
    public LocalizedLabelCollection LocalizedLabels { get => field ??= new(); private set; }

    [DataMember]
    public LocalizedLabel? UserLocalizedLabel { get; set; }

    public ExtensionDataObject? ExtensionData { get; set; }
}
