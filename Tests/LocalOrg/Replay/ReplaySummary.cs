using System.Text.Json;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Replay;

/// <summary>What a replay came to, taken when the job queue is empty.</summary>
internal sealed record ReplaySummary
{
    private static readonly JsonSerializerOptions Naming = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Accepted rows, open ones too.</summary>
    public required int Deals { get; init; }

    public required int Rejected { get; init; }

    public required int Won { get; init; }

    public required int Lost { get; init; }

    /// <summary>Interviews in the org.</summary>
    public required int Interviews { get; init; }

    public required int RollupRows { get; init; }

    /// <summary>Folds of all grains in this run.</summary>
    public required int Folds { get; init; }

    public required int MaxServiceCallsPerClose { get; init; }

    public required int Drift { get; init; }

    public required double ClosesPerSecond { get; init; }

    public required double Seconds { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, Naming);

    /// <summary>How many rows a table has.</summary>
    public static int Count(LocalOrg org, string table) =>
        Existing.Rows(org.System, new QueryExpression(table) { ColumnSet = new ColumnSet(false) }).Count();

    public static int FoldsOf(LocalOrg org) =>
        org.Meter.RunsOf(org.Catalog.Steps.Single(step => step.Table == RollupPeriod.Table).TypeName);

    public static int MostServiceCalls(LocalOrg org) =>
        Math.Max(org.Meter.MostServiceCalls.GetValueOrDefault("Win"), org.Meter.MostServiceCalls.GetValueOrDefault("Lose"));

    public static int Interviewed(LocalOrg org) => Count(org, Interview.Table);
}
