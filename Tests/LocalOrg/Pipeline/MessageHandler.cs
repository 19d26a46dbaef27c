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

    /// <summary>Whether it raises no event but those of what it consists of.</summary>
    public virtual bool IsEnvelope => false;

    /// <summary>The row it is about.</summary>
    /// <param name="request">The request.</param>
    /// <param name="engine">The org.</param>
    /// <param name="session">The transaction; empty before there is one.</param>
    public abstract Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session);

    /// <summary>The requests of single rows that a bulk message is; none for others.</summary>
    public virtual IReadOnlyList<OrganizationRequest> RowsOf(OrganizationRequest request) => [];

    /// <summary>The messages it really consists of once it has been validated; itself, as a rule.</summary>
    public virtual IReadOnlyList<OrganizationRequest> Parts(OrganizationRequest request, Engine engine) => [request];

    /// <summary>What the platform does between PreValidation and PreOperation, inside the transaction.</summary>
    public virtual void Prepare(Operation operation)
    {
    }

    /// <summary>The main operation; a bulk message has none but those of its rows.</summary>
    public virtual void Run(Operation operation)
    {
    }

    /// <summary>The parameters of the response, where they are not called what steps see.</summary>
    public virtual ParameterCollection Answer(ParameterCollection results) => results;
}
