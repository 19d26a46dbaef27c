using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Messages;

/// <summary>Requests of any kind, one after another, in one request.</summary>
internal abstract class BatchMessage : MessageHandler
{
    /// <summary>The most there may be in one (execute-multiple-requests.md, "Run-time limitations").</summary>
    public const int Most = 1000;

    public override bool IsEnvelope => true;

    public override Subject SubjectOf(OrganizationRequest request, Engine engine, StoreSession? session) => new("none", Guid.Empty);

    protected static OrganizationRequestCollection RequestsOf(Operation operation)
    {
        var requests = operation.Required<OrganizationRequestCollection>("Requests");
        return requests.Count <= Most ? requests : throw BatchFaults.TooMany(Most);
    }
}
