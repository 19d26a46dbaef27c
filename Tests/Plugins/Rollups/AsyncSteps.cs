using CrmExtensions.Local;
using CrmExtensions.Local.Metadata;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Rollups;

/// <summary>Puts something of a test's own around the asynchronous steps of an org.</summary>
internal static class AsyncSteps
{
    public static void Wrap(LocalOrg org, Func<IPlugin, IPlugin> around)
    {
        foreach (var step in org.Catalog.Steps.Where(step => step.IsAsynchronous).ToList())
        {
            var shipped = new Lazy<IPlugin>(() => Shipped(step));
            org.EnableSteps(other => other.Id == step.Id, false);
            org.AddStep(step with { Id = new Guid([.. step.Id.ToByteArray().Reverse()]) }, around(new Deferred(shipped)));
        }
    }

    // The DLL that ships has been loaded when the first of its steps runs.
    private static IPlugin Shipped(Step step) => (IPlugin)Activator.CreateInstance(
        AppDomain.CurrentDomain.GetAssemblies().First(assembly => assembly.GetName().Name == "CrmExtensionsPlugins").GetType(step.TypeName, throwOnError: true)!)!;

    private sealed class Deferred(Lazy<IPlugin> plugin) : IPlugin
    {
        public void Execute(IServiceProvider serviceProvider) => plugin.Value.Execute(serviceProvider);
    }
}
