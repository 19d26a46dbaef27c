using CrmExtensions.Settings;

namespace CrmExtensions.Rollups;

/// <summary>All rows a period must have.</summary>
public static class PeriodFigures
{
    /// <summary>
    /// One row a slice of the book. Those that hide something come first: a fold may stop half-way, and what must
    /// disappear should not wait behind what may appear.
    /// </summary>
    public static IReadOnlyList<Figures> Of(TallyBook book, Policy policy)
    {
        var hidden = Suppression.Of(book, policy);
        return book.Slices
            .Select(slice => Measures.Of(slice, book, hidden, policy))
            .OrderByDescending(figures => figures.HidesAnything)
            .ThenBy(figures => figures.Slice.Dimension)
            .ThenBy(figures => figures.Slice.Value, StringComparer.Ordinal)
            .ThenBy(figures => figures.Slice.Dimension2)
            .ThenBy(figures => figures.Slice.Value2, StringComparer.Ordinal)
            .ToList();
    }
}
