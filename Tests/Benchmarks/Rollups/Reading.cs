namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>How baseline (a) reads all interviews.</summary>
internal enum Reading
{
    /// <summary>An aggregate query a dimension, which may read 50,000 rows.</summary>
    Aggregate,

    /// <summary>The same for each month by itself, which is how the limit is got around.</summary>
    AggregateByMonth,

    /// <summary>All rows, page by page.</summary>
    Pages,
}
