using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>A plug-in that is given its body.</summary>
internal sealed class OwnPlugin(Action<PluginCall> body) : IPlugin
{
    public void Execute(IServiceProvider serviceProvider) => body(new PluginCall(serviceProvider));
}
