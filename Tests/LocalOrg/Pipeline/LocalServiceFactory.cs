using CrmExtensions.Local.Security;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>Services for a step: null is SYSTEM, an empty id the user of the context, whom the step may name (platform-facts.md 4).</summary>
internal sealed class LocalServiceFactory(Engine engine, Operation operation, Guid contextUser) : IOrganizationServiceFactory
{
    public IOrganizationService CreateOrganizationService(Guid? userId)
    {
        var user = userId is null ? WellKnown.SystemUser : userId == Guid.Empty ? contextUser : userId.Value;
        return new LocalService(engine, operation.Caller with { UserId = user, OnBehalfBy = user == operation.Caller.UserId ? operation.Caller.OnBehalfBy : null }, operation);
    }
}
