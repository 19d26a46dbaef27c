namespace CrmExtensions.Marketers;

/// <summary>A marketer works inside a business unit for a time (product.md 5.1, wl_marketerassignment). Both days are business dates and count.</summary>
/// <param name="Id">The row.</param>
/// <param name="Marketer">Who.</param>
/// <param name="Unit">Where.</param>
/// <param name="From">The first day; a row without one, which only an import that bypasses our steps leaves, has not begun.</param>
/// <param name="To">The last day; empty for until further notice.</param>
public sealed record Assignment(Guid Id, Guid Marketer, Guid Unit, DateTime? From, DateTime? To)
{
    public bool IsOn(DateTime day) => From?.Date <= day.Date && !(To?.Date < day.Date);

    /// <summary>Whether there is a day that is in both.</summary>
    public bool Overlaps(DateTime from, DateTime? to) => From is not null && !(To?.Date < from.Date) && !(From.Value.Date > to?.Date);
}
