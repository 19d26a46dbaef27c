using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>What one message does: its main operation. Steps before and after are the pipeline's business.</summary>
internal abstract class MessageHandler
{
    /// <summary>The request's name, such as WinOpportunity.</summary>
    public abstract string RequestName { get; }

    /// <summary>The name steps are registered under, such as Win.</summary>
    public virtual string PluginMessage => RequestName;

    /// <summary>Whether it needs no transaction.</summary>
    public virtual bool IsReadOnly => false;

    /// <summary>Whether a transaction holds it together; custom APIs may have none.</summary>
    public virtual bool IsTransactional(Engine engine) => true;

    /// <summary>Whether its main operation takes care of the stages of what it consists of, as bulk messages do.</summary>
    public virtual bool HasOwnStages => false;

    /// <summary>The row it is about.</summary>
    public abstract Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession session);

    /// <summary>The messages it really consists of; itself, as a rule.</summary>
    public virtual IReadOnlyList<OrganizationRequest> Parts(OrganizationRequest request, Engine engine) => [request];

    /// <summary>What the platform does between PreValidation and PreOperation. Where no step is registered it happens with the main operation.</summary>
    public virtual void Prepare(Operation operation)
    {
    }

    /// <summary>The main operation.</summary>
    public abstract void Run(Operation operation);
}
