using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "Entity", Namespace = Namespaces.V2011)]
public class Entity : IExtensibleDataObject
{
    public Entity()
    {
    }

    public Entity(string entityName) => LogicalName = entityName;

    public Entity(string entityName, Guid id)
    {
        LogicalName = entityName;
        Id = id;
    }

    public Entity(string entityName, string keyName, object? keyValue)
    {
        LogicalName = entityName;
        KeyAttributes = new() { { keyName, keyValue } };
    }

    public Entity(string entityName, KeyAttributeCollection keyAttributes)
    {
        LogicalName = entityName;
        KeyAttributes = keyAttributes;
    }

    [DataMember]
    public string LogicalName { get; set; } = null!;

    [DataMember]
    public virtual Guid Id { get; set; }

    [DataMember]
    public AttributeCollection Attributes { get => field ??= new(); set; }

    [DataMember]
    public EntityState? EntityState { get; set; }

    [DataMember]
    public FormattedValueCollection FormattedValues { get => field ??= new(); set; }

    [DataMember]
    public RelatedEntityCollection RelatedEntities { get => field ??= new(); set; }

    [DataMember]
    public string? RowVersion { get; set; }

    [DataMember]
    public KeyAttributeCollection KeyAttributes { get => field ??= new(); set; }

    public ExtensionDataObject? ExtensionData { get; set; }

    [AllowNull]
    public object this[string attributeName]
    {
        get => Attributes[attributeName];
        set => Attributes[attributeName] = value;
    }

    public bool Contains(string attributeName) => Attributes.ContainsKey(attributeName);

    /// <summary>The default value when the attribute is missing or null; a value of another type is an error.</summary>
    public virtual T? GetAttributeValue<T>(string attributeLogicalName)
    {
        if (string.IsNullOrEmpty(attributeLogicalName))
        {
            throw new ArgumentNullException(nameof(attributeLogicalName));
        }

        return Attributes.TryGetValue(attributeLogicalName, out var value) && value is not null ? (T)value : default;
    }

    /// <summary>False when the attribute is missing, null or of another type.</summary>
    public bool TryGetAttributeValue<T>(string attributeKey, out T? result)
    {
        if (!string.IsNullOrEmpty(attributeKey)
            && Attributes.TryGetValue(attributeKey, out var value)
            && value is T typed)
        {
            result = typed;
            return true;
        }

        result = default;
        return false;
    }

    /// <summary>Carries the row version, and neither the name nor the alternate key.</summary>
    public EntityReference ToEntityReference() => new(LogicalName, Id) { RowVersion = RowVersion };
}
