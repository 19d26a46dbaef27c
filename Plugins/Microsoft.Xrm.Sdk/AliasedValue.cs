using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "AliasedValue", Namespace = Namespaces.V2011)]
[KnownType(nameof(GetKnownTypes))]
public sealed class AliasedValue : IExtensibleDataObject
{
    public AliasedValue()
    {
    }

    public AliasedValue(string entityLogicalName, string attributeLogicalName, object? value)
    {
        EntityLogicalName = entityLogicalName;
        AttributeLogicalName = attributeLogicalName;
        Value = value!;
    }

    [DataMember]
    public string AttributeLogicalName { get; internal set; } = null!;

    [DataMember]
    public string EntityLogicalName { get; internal set; } = null!;

    [DataMember]
    public object Value { get; internal set; } = null!;

    public ExtensionDataObject? ExtensionData { get; set; }

    internal static IEnumerable<Type> GetKnownTypes() => KnownValues.Types;
}
