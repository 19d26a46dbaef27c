using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[CollectionDataContract(Name = "EntityImageCollection", Namespace = Namespaces.V2011)]
public class EntityImageCollection : DataCollection<string, Entity>;
