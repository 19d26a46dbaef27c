namespace CrmExtensions.Reminders;

/// <summary>When a person's digest goes out: once a day, from 08:30 by the person's own clock (product.md 9).</summary>
public static class DigestTime
{
    private static readonly TimeSpan From = new(8, 30, 0);

    /// <param name="now">The moment, UTC.</param>
    /// <param name="local">The same moment by the person's clock.</param>
    /// <param name="lastDigest">When the person had the last digest, UTC; empty for never.</param>
    public static bool IsDue(DateTime now, DateTime local, DateTime? lastDigest) =>
        local.TimeOfDay >= From && !(lastDigest >= now - local.TimeOfDay);
}
