using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

internal sealed class CreateMultiple() : BulkMessage("Create")
{
    public override IReadOnlyList<OrganizationRequest> RowsOf(OrganizationRequest request) =>
        [.. TargetsOf(request).Entities.Select(row => OptionalParameters.HandOn(request, new CreateRequest { Target = row }))];
}
