using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[CollectionDataContract(Name = "ParameterCollection", Namespace = Namespaces.V2011)]
[KnownType(nameof(GetKnownTypes))]
public class ParameterCollection : DataCollection<string, object>
{
    public void AddOrUpdateIfNotNull(string key, object? obj)
    {
        if (obj is not null)
        {
            this[key] = obj;
        }
    }

    /// <summary>False for a missing key, for null and for a value of another type.</summary>
    public bool TryGetValue<T>(string key, out T? value)
    {
        if (base.TryGetValue(key, out var found) && found is T typed)
        {
            value = typed;
            return true;
        }

        value = default;
        return false;
    }

    internal static IEnumerable<Type> GetKnownTypes() => KnownValues.Types;
}
