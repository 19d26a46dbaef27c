using System.Runtime.Serialization;

namespace Microsoft.Xrm.Sdk;

[Serializable]
[DataContract(Name = "BaseServiceFault", Namespace = Namespaces.V2011)]
[KnownType(typeof(OrganizationServiceFault))]
public abstract class BaseServiceFault : IExtensibleDataObject
{
    [DataMember]
    public string Message { get; set; } = null!;

    [DataMember]
    public int ErrorCode { get; set; }

    [DataMember]
    public string? HelpLink { get; set; }

    [DataMember]
    public DateTime Timestamp { get; set; }

    [DataMember]
    public Guid ActivityId { get; set; }

    [DataMember]
    public ErrorDetailCollection ErrorDetails { get => field ??= new(); set; }

    [field: NonSerialized]
    public ExtensionDataObject? ExtensionData { get; set; }
}
