namespace CrmExtensions.Specificity;

/// <summary>Whether a text names a date by month and day: 6/12, 6月12日, 2026-06-12, June 12 (E1 of product.md 7).</summary>
/// <remarks>A month alone is none, nor is a number of days (90日); a fraction written as 1/3 passes for one.</remarks>
internal static class Dates
{
    private const int FirstYear = 1900;
    private const int LastYear = 2199;

    private static readonly Func<DateReader, bool>[] Numeric = [IsYearFirst, IsYearLast, IsMonthAndDay, IsJapanese, IsDayAndMonth];

    public static bool AreIn(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsStart(text, at) && IsAt(new DateReader(text, at), text[at]))
            {
                return true;
            }
        }

        return false;
    }

    // Only where a run of digits or of letters begins, so that no run is read from its middle.
    private static bool IsStart(string text, int at) => IsDigit(text[at])
        ? at == 0 || !(IsDigit(text[at - 1]) || text[at - 1] is '/' or '.')
        : IsLetter(text[at]) && (at == 0 || !IsLetter(text[at - 1]));

    private static bool IsAt(DateReader reader, char first) => IsDigit(first) ? Array.Exists(Numeric, form => form(reader)) : IsMonthName(reader);

    private static bool IsYearFirst(DateReader reader) => reader.Number(FirstYear, LastYear) && reader.OneOf("-/.") && reader.Number(1, 12) && reader.OneOf("-/.") && reader.Number(1, 31);

    private static bool IsYearLast(DateReader reader) => reader.Number(1, 31) && reader.OneOf("/") && reader.Number(1, 31) && reader.OneOf("/") && reader.Number(FirstYear, LastYear);

    private static bool IsMonthAndDay(DateReader reader) => reader.Number(1, 12) && reader.OneOf("/") && reader.Number(1, 31) && !reader.OneOf("/");

    private static bool IsJapanese(DateReader reader) => reader.Number(1, 12) && reader.Blank() && reader.OneOf("月") && reader.Blank() && reader.Number(1, 31) && reader.Blank() && reader.OneOf("日");

    private static bool IsDayAndMonth(DateReader reader) => reader.Number(1, 31) && reader.Ordinal() && reader.Blank() && reader.Of() && reader.MonthName() && !reader.IsVerb();

    private static bool IsMonthName(DateReader reader) => reader.MonthName() && reader.Blank() && reader.Number(1, 31);

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsLetter(char c) => c is >= 'a' and <= 'z';
}
