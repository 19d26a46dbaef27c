using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Messages;

internal sealed class CreateMultiple() : BulkMessage("Create")
{
    protected override OrganizationRequest RequestFor(Entity row) => new CreateRequest { Target = row };
}
