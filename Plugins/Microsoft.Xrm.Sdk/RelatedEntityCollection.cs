using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[CollectionDataContract(Name = "RelatedEntityCollection", Namespace = Namespaces.V2011)]
public sealed class RelatedEntityCollection : DataCollection<Relationship, EntityCollection>;
