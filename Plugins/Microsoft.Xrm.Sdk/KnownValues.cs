using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Metadata;
using Microsoft.Xrm.Sdk.Query;

namespace Microsoft.Xrm.Sdk;

/// <summary>The types that a value in a bag of objects may have on the wire, beyond the serializer's own.</summary>
internal static class KnownValues
{
    internal static readonly Type[] Types =
    [
        typeof(Entity),
        typeof(EntityReference),
        typeof(EntityCollection),
        typeof(EntityReferenceCollection),
        typeof(EntityImageCollection),
        typeof(OptionSetValue),
        typeof(OptionSetValueCollection),
        typeof(Money),
        typeof(AliasedValue),
        typeof(Relationship),
        typeof(ConcurrencyBehavior),
        typeof(Label),
        typeof(LocalizedLabel),
        typeof(ColumnSet),
        typeof(QueryBase),
        typeof(MetadataBase),
        typeof(OrganizationRequestCollection),
        typeof(OrganizationResponseCollection),
        typeof(ExecuteMultipleResponseItemCollection),
        typeof(ExecuteMultipleSettings),
        typeof(UpsertResponse[]),
        typeof(string[]),
        typeof(int[]),
        typeof(Guid[]),
    ];
}
