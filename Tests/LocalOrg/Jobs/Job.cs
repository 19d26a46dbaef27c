using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Jobs;

/// <summary>An asynchronous step waiting to run, with copies of all it will be told.</summary>
internal sealed class Job
{
    public required Guid Id { get; init; }

    public required Step Step { get; init; }

    public required string Message { get; init; }

    public required string Table { get; init; }

    public required Guid RowId { get; init; }

    public required Caller Caller { get; init; }

    public required int Depth { get; init; }

    public required Guid CorrelationId { get; init; }

    public required ParameterCollection Input { get; init; }

    public required EntityImageCollection Before { get; init; }

    public required EntityImageCollection After { get; init; }

    /// <summary>How often it has been tried.</summary>
    public int Attempts { get; set; }
}
