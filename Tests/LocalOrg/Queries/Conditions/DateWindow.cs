namespace CrmExtensions.Local.Queries.Conditions;

/// <summary>A span of the user's clock.</summary>
/// <param name="From">Its first moment; empty for since ever.</param>
/// <param name="Before">The first moment after it; empty for for ever.</param>
internal sealed record DateWindow(DateTime? From, DateTime? Before)
{
    public static DateWindow Days(DateTime first, int count) => new(first, first.AddDays(count));
}
