namespace CrmExtensions.Local.Metadata;

/// <summary>One registered step.</summary>
public sealed record Step
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The message by the platform's constant id; empty where it is named instead.</summary>
    public required string Message { get; init; }

    /// <summary>The table; empty for any.</summary>
    public required string Table { get; init; }

    public required string TypeName { get; init; }

    public required int Stage { get; init; }

    public required bool IsAsynchronous { get; init; }

    public int Rank { get; init; }

    public bool DeleteJobWhenDone { get; init; }

    /// <summary>Columns of which one must be in the request; none means any.</summary>
    public IReadOnlyList<string> FilteringColumns { get; init; } = [];

    public string Configuration { get; init; } = "";

    /// <summary>Not exported with a solution; who registers the step gives it.</summary>
    public string SecureConfiguration { get; init; } = "";

    /// <summary>The user the step runs as ("Run in User's Context"); empty for the caller.</summary>
    public Guid? RunsAs { get; init; }

    public IReadOnlyList<StepImage> Images { get; init; } = [];

    /// <summary>Registered after import by the operator tool, not by the solution.</summary>
    public bool IsLate { get; init; }

    /// <summary>Stays disabled until an operator enables the gate (pac-config/README.md).</summary>
    public bool IsGate => Configuration == "gate";
}
