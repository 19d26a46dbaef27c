using CrmExtensions.Local.Faults;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>
/// The service provider a step gets. Besides the platform's services it gives the org's clock and id source to plug-ins
/// that ask for them; what it does not know it answers with null, as the interface says.
/// </summary>
internal sealed class PluginServices(Engine engine, Operation operation, IPluginExecutionContext context, PluginTrace trace) : IServiceProvider
{
    public object? GetService(Type serviceType)
    {
        if (serviceType.IsInstanceOfType(context))
        {
            return context;
        }

        if (serviceType.Name.StartsWith(nameof(IPluginExecutionContext), StringComparison.Ordinal))
        {
            throw new NotSupportedByLocalOrgException(serviceType.Name);
        }

        if (serviceType == typeof(IOrganizationServiceFactory))
        {
            return new LocalServiceFactory(engine, operation, context.UserId);
        }

        return serviceType == typeof(ITracingService) ? trace
            : serviceType == typeof(Func<DateTime>) ? () => engine.Now
            : serviceType == typeof(Func<Guid>) ? engine.NewId
            : null;
    }
}
