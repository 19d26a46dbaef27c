using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "OrganizationRequest", Namespace = Namespaces.V2011)]
[KnownType(typeof(CreateRequest))]
[KnownType(typeof(RetrieveRequest))]
[KnownType(typeof(RetrieveMultipleRequest))]
[KnownType(typeof(UpdateRequest))]
[KnownType(typeof(DeleteRequest))]
[KnownType(typeof(UpsertRequest))]
[KnownType(typeof(AssociateRequest))]
[KnownType(typeof(DisassociateRequest))]
[KnownType(typeof(RetrieveAttributeRequest))]
[KnownType(typeof(CreateMultipleRequest))]
[KnownType(typeof(UpdateMultipleRequest))]
[KnownType(typeof(UpsertMultipleRequest))]
[KnownType(typeof(ExecuteMultipleRequest))]
[KnownType(typeof(ExecuteTransactionRequest))]
public class OrganizationRequest : IExtensibleDataObject
{
    public OrganizationRequest()
    {
    }

    public OrganizationRequest(string requestName) => RequestName = requestName;

    [DataMember]
    public string RequestName { get; set; } = null!;

    [DataMember]
    public ParameterCollection Parameters { get => field ??= new(); set; }

    [DataMember]
    public Guid? RequestId { get; set; }

    public ExtensionDataObject? ExtensionData { get; set; }

    [AllowNull]
    public object this[string parameterName]
    {
        get => Parameters[parameterName];
        set => Parameters[parameterName] = value;
    }

    private protected T Read<T>(string parameterName) =>
        Parameters.TryGetValue(parameterName, out object? value) && value is not null ? (T)value : default!;
}
