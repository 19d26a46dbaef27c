using System.Diagnostics.CodeAnalysis;
using System.Runtime.Serialization;
using Microsoft.Xrm.Sdk.Messages;

namespace Microsoft.Xrm.Sdk;

[DataContract(Name = "OrganizationResponse", Namespace = Namespaces.V2011)]
[KnownType(typeof(CreateResponse))]
[KnownType(typeof(RetrieveResponse))]
[KnownType(typeof(RetrieveMultipleResponse))]
[KnownType(typeof(UpdateResponse))]
[KnownType(typeof(DeleteResponse))]
[KnownType(typeof(UpsertResponse))]
[KnownType(typeof(AssociateResponse))]
[KnownType(typeof(DisassociateResponse))]
[KnownType(typeof(RetrieveAttributeResponse))]
[KnownType(typeof(CreateMultipleResponse))]
[KnownType(typeof(UpdateMultipleResponse))]
[KnownType(typeof(UpsertMultipleResponse))]
[KnownType(typeof(ExecuteMultipleResponse))]
[KnownType(typeof(ExecuteTransactionResponse))]
public class OrganizationResponse : IExtensibleDataObject
{
    [DataMember]
    public string? ResponseName { get; set; }

    [DataMember]
    public ParameterCollection Results { get => field ??= new(); set; }

    public ExtensionDataObject? ExtensionData { get; set; }

    [AllowNull]
    public object this[string parameterName]
    {
        get => Results[parameterName];
        set => Results[parameterName] = value;
    }

    private protected T Read<T>(string parameterName) =>
        Results.TryGetValue(parameterName, out object? value) && value is not null ? (T)value : default!;
}
