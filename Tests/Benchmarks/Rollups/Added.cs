using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>What the baselines register.</summary>
internal static class Added
{
    private const int PostOperation = 40;
    private const int AfterOurs = 100;

    /// <summary>A synchronous step after the main operation, and after the product's own.</summary>
    public static Step Step(string message, string table) => new()
    {
        Id = Guid.CreateVersion7(),
        Name = $"Baseline: {message} of {table}",
        Message = message,
        Table = table,
        TypeName = "Baseline",
        Stage = PostOperation,
        IsAsynchronous = false,
        Rank = AfterOurs,
    };
}
