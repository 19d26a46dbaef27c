using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[CollectionDataContract(Name = "FormattedValueCollection", Namespace = Namespaces.V2011)]
public sealed class FormattedValueCollection : DataCollection<string, string>;
