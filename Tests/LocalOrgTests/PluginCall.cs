using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>One run of an <see cref="OwnPlugin"/>.</summary>
internal sealed class PluginCall(IServiceProvider provider)
{
    public IPluginExecutionContext Context => (IPluginExecutionContext)provider.GetService(typeof(IPluginExecutionContext))!;

    public ITracingService Tracing => (ITracingService)provider.GetService(typeof(ITracingService))!;

    /// <summary>The service as SYSTEM.</summary>
    public IOrganizationService Service => ServiceOf(null);

    public Entity Target => (Entity)Context.InputParameters["Target"];

    /// <summary>What the step's provider gives.</summary>
    public object? Get(Type type) => provider.GetService(type);

    /// <summary>The service as a user; an empty id is the user of the message (platform-facts.md 4).</summary>
    public IOrganizationService ServiceOf(Guid? user) =>
        ((IOrganizationServiceFactory)provider.GetService(typeof(IOrganizationServiceFactory))!).CreateOrganizationService(user);
}
