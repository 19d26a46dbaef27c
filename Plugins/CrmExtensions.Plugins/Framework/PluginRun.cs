using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Framework;

/// <summary>One execution: what the platform handed in, and the ways out of it.</summary>
public sealed class PluginRun
{
    private readonly IServiceProvider services;
    private IOrganizationService? org;

    public PluginRun(IServiceProvider services)
    {
        this.services = services;
        Context = Service<IPluginExecutionContext>()!;
    }

    public IPluginExecutionContext Context { get; }

    /// <summary>The service as SYSTEM: bookkeeping is written for users who have no right to write it themselves.</summary>
    public IOrganizationService Org => org ??= Service<IOrganizationServiceFactory>()!.CreateOrganizationService(null);

    /// <summary>The moment, UTC. A host may give its own clock; the platform gives none.</summary>
#pragma warning disable RS0030 // The one place where the clock of the machine is read.
    public DateTime Now => Service<Func<DateTime>>()?.Invoke() ?? DateTime.UtcNow;
#pragma warning restore RS0030

    /// <summary>The row the message is about.</summary>
    public Guid RowId => Context.PrimaryEntityId;

    /// <summary>The row as sent: only the columns in the request.</summary>
    public Entity Target => (Entity)Context.InputParameters["Target"];

    public Entity PreImage => Context.PreEntityImages[Image.Pre];

    public Entity PostImage => Context.PostEntityImages[Image.Post];

    /// <summary>A new id. A host may give its own source; the platform gives none.</summary>
#pragma warning disable RS0030 // The one place where an id is made.
    public Guid NewId() => Service<Func<Guid>>()?.Invoke() ?? Guid.NewGuid();
#pragma warning restore RS0030

    /// <summary>Whether the platform merges two rows, and this run is part of it.</summary>
    public bool IsByMerge
    {
        get
        {
            for (var context = Context; context is not null; context = context.ParentContext)
            {
                if (context.MessageName == Message.Merge)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>A finished text: it is never run through a format, since it may hold braces.</summary>
    public void Trace(string text) => Service<ITracingService>()?.Trace("{0}", text);

    private T? Service<T>()
        where T : class => (T?)services.GetService(typeof(T));
}
