using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[CollectionDataContract(Name = "AttributeCollection", Namespace = Namespaces.V2011)]
[KnownType(nameof(GetKnownTypes))]
public sealed class AttributeCollection : DataCollection<string, object>
{
    internal static IEnumerable<Type> GetKnownTypes() => KnownValues.Types;
}
