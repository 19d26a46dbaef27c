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
        if (serviceType == typeof(IPluginExecutionContext) || serviceType == typeof(IExecutionContext))
        {
            return context;
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
