using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[CollectionDataContract(Name = "OrganizationResponseCollection", Namespace = Namespaces.V71)]
public sealed class OrganizationResponseCollection : DataCollection<OrganizationResponse>;
