using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[Serializable]
[CollectionDataContract(Name = "ErrorDetailCollection", Namespace = Namespaces.V2011)]
public sealed class ErrorDetailCollection : DataCollection<string, object>;
