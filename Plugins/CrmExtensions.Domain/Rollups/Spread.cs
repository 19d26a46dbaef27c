namespace CrmExtensions.Rollups;

/// <summary>What a set of whole numbers looks like, as far as it may be shown.</summary>
/// <param name="Visibility">How much is shown.</param>
/// <param name="N">How many numbers.</param>
/// <param name="Median">The middle value.</param>
/// <param name="P90">The value at rank ceil(0.9 n).</param>
public sealed record Spread(Visibility Visibility, int? N, decimal? Median, int? P90)
{
    /// <summary>A spread of which nothing may be shown.</summary>
    public static Spread Nothing(Visibility visibility) => new(visibility, null, null, null);
}
