using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[Serializable]
[DataContract(Name = "EntityReference", Namespace = Namespaces.V2011)]
public sealed class EntityReference : IExtensibleDataObject
{
    private KeyAttributeCollection? keyAttributes;

    public EntityReference()
    {
    }

    public EntityReference(string logicalName) => LogicalName = logicalName;

    public EntityReference(string logicalName, Guid id)
    {
        LogicalName = logicalName;
        Id = id;
    }

    public EntityReference(string logicalName, string keyName, object? keyValue)
    {
        LogicalName = logicalName;
        KeyAttributes.Add(keyName, keyValue);
    }

    public EntityReference(string logicalName, KeyAttributeCollection keyAttributeCollection)
    {
        LogicalName = logicalName;
        KeyAttributes = keyAttributeCollection;
    }

    [DataMember]
    public Guid Id { get; set; }

    [DataMember]
    public string LogicalName { get; set; } = null!;

    [DataMember]
    public string? Name { get; set; }

    [DataMember]
    public KeyAttributeCollection KeyAttributes
    {
        get => keyAttributes ??= new();
        set => keyAttributes = value;
    }

    [DataMember]
    public string? RowVersion { get; set; }

    [field: NonSerialized]
    public ExtensionDataObject? ExtensionData { get; set; }

    /// <summary>By table, id and alternate key; the name and the row version do not count.</summary>
    public override bool Equals(object? obj) =>
        ReferenceEquals(this, obj)
        || (obj is EntityReference other
            && Id == other.Id
            && string.Equals(LogicalName, other.LogicalName, StringComparison.Ordinal)
            && SameKeys(keyAttributes, other.keyAttributes));

    public override int GetHashCode()
    {
        var hash = Id.GetHashCode();
        if (LogicalName is not null)
        {
            hash ^= StringComparer.Ordinal.GetHashCode(LogicalName);
        }

        if (keyAttributes is { Count: > 0 })
        {
            foreach (var key in keyAttributes)
            {
                var name = StringComparer.Ordinal.GetHashCode(key.Key);
                hash ^= unchecked(name * 397) ^ (key.Value?.GetHashCode() ?? 0);
            }
        }

        return hash;
    }

    private static bool SameKeys(KeyAttributeCollection? left, KeyAttributeCollection? right)
    {
        var count = left?.Count ?? 0;
        if (count != (right?.Count ?? 0))
        {
            return false;
        }

        if (count == 0 || ReferenceEquals(left, right))
        {
            return true;
        }

        foreach (var key in left!)
        {
            if (!right!.TryGetValue(key.Key, out var value) || !Equals(key.Value, value))
            {
                return false;
            }
        }

        return true;
    }
}
