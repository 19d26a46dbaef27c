using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;

namespace CrmExtensions.Local.Jobs;

/// <summary>An asynchronous step waiting to run.</summary>
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

    /// <summary>What it will be told; none while an org in a file keeps it there, so that a long queue needs little memory.</summary>
    public JobArguments? Arguments { get; set; }

    /// <summary>How often it has been tried.</summary>
    public int Attempts { get; set; }
}
