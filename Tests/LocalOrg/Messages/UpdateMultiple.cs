using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

internal sealed class UpdateMultiple() : BulkMessage("Update")
{
    private const string Concurrency = "ConcurrencyBehavior";

    // That the platform passes over versions is listed as a known issue (platform-facts.md 2).
    public override IReadOnlyList<OrganizationRequest> RowsOf(OrganizationRequest request) =>
        request.Parameters.TryGetValue(Concurrency, out var value) && value is ConcurrencyBehavior.IfRowVersionMatches
            ? throw new NotSupportedByLocalOrgException($"{Concurrency} of UpdateMultiple, which Dataverse ignores")
            : [.. TargetsOf(request).Entities.Select(row => OptionalParameters.HandOn(request, new UpdateRequest { Target = row }))];
}
