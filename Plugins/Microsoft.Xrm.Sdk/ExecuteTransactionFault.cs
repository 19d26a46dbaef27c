using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[Serializable]
[DataContract(Name = "ExecuteTransactionFault", Namespace = Namespaces.V71)]
public sealed class ExecuteTransactionFault : OrganizationServiceFault
{
    [DataMember]
    public int FaultedRequestIndex { get; set; }
}
