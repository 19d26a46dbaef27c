using System.Globalization;

namespace CrmExtensions.Insights;

/// <summary>English names of months, whole and short.</summary>
internal static class MonthNames
{
    private const int Short = 3;

    private static readonly string[] Whole = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;

    private static readonly WordSet Words = WordSet.Of(
        "january february march april may june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec");

    // In small letters they are the verbs more often.
    private static readonly WordSet Verbs = WordSet.Of("may march");

    public static string Of(int month) => Whole[month - 1];

    /// <summary>The length of the month's name here; zero for none.</summary>
    public static int LengthAt(FoldedText text, int at) => Verbs.WholeAt(text.Value, at) > 0 && !text.IsCapital(at) ? 0 : Words.WholeAt(text.Value, at);

    /// <summary>The month whose name begins here, 1-12.</summary>
    public static int At(FoldedText text, int at) =>
        Array.FindIndex(Whole, name => string.Compare(name, 0, text.Value, at, Short, StringComparison.OrdinalIgnoreCase) == 0) + 1;
}
