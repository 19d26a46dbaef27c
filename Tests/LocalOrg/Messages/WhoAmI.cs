using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Security;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

internal sealed class WhoAmI : MessageHandler
{
    public override string RequestName => "WhoAmI";

    public override bool IsReadOnly => true;

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) => new("none", Guid.Empty);

    public override void Run(Operation operation)
    {
        var user = operation.Engine.Users.Find(operation.Caller.UserId, operation.Engine.Catalog, operation.Unit!.Session);
        operation.Results["UserId"] = user.Id;
        operation.Results["BusinessUnitId"] = user.BusinessUnit;
        operation.Results["OrganizationId"] = WellKnown.Organization;
    }
}
