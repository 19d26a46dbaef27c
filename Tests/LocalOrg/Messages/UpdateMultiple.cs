using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

internal sealed class UpdateMultiple() : BulkMessage("Update")
{
    protected override OrganizationRequest RequestFor(Entity row) => new UpdateRequest { Target = row };

    // That the platform passes it over is listed as a known issue (platform-facts.md 2).
    protected override void Refuse(Operation operation)
    {
        if (operation.Optional<ConcurrencyBehavior>("ConcurrencyBehavior") == ConcurrencyBehavior.IfRowVersionMatches)
        {
            throw new NotSupportedByLocalOrgException("ConcurrencyBehavior of UpdateMultiple, which Dataverse ignores");
        }
    }
}
