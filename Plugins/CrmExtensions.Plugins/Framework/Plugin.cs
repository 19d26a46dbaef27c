using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Framework;

/// <summary>What the platform calls. Instances are cached and shared between threads, so no plug-in keeps state.</summary>
public abstract class Plugin : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        if (serviceProvider is null)
        {
            throw new ArgumentNullException(nameof(serviceProvider));
        }

        Run(new PluginRun(serviceProvider));
    }

    protected abstract void Run(PluginRun run);
}
