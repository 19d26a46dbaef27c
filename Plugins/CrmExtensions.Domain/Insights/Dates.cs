namespace CrmExtensions.Insights;

/// <summary>Dates by month and day in either language, with the year, the weekday and the further days that go with them.</summary>
/// <remarks>
/// A month alone tells enough to learn from and too little to find a meeting by: it is what is left. 90日 and a day without a month stay. 6/12 is a date;
/// 1/3 and the like are fractions where the words behind them say so.
/// </remarks>
internal static class Dates
{
    private const string Separators = "-/.‐‑–−";
    private const string Slashes = "/.-";

    private static readonly Func<DateReader, DateReader?>[] Either = [YearFirst, JapaneseYear, Era, JapaneseDay, DayAndMonthName, MonthNameAndDay];
    private static readonly Func<DateReader, DateReader?>[] Japanese = [.. Either, ShortYearFirst, MonthYearLast, DayYearLast, MonthAndDay];
    private static readonly Func<DateReader, DateReader?>[] English = [.. Either, MonthYearLast, DayYearLast, MonthAndDay];

    private static readonly WordSet Fractions = WordSet.Of("1/2 1/3 1/4 1/5 1/10 2/3 3/4");

    private static readonly WordSet AfterFraction = new(
        "以下", "以上", "程度", "くらい", "ぐらい", "ほど", "に減", "に削", "に短", "に圧", "に抑", "に下", "に縮", "にな", "にし", "にで", "の価", "のコ", "の時", "の費", "の工", "の値", "の金", "の期", "の人",
        "の手", "が", " of ", " the ", " as ");

    public static IEnumerable<Find> In(FoldedText text, bool isJapanese)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (IsStart(text, at) && At(text, at, isJapanese ? Japanese : English) is { } date)
            {
                var end = DateTail.EndAfter(text, date.At);
                yield return new Find(DateTail.StartBefore(text, at), end, Secret.Date, date.Month);
                at = end - 1;
            }
        }
    }

    private static bool IsStart(FoldedText text, int at) =>
        Script.IsDigit(text[at]) ? !Script.IsDigit(text[at - 1]) && !(Separators.IndexOf(text[at - 1]) >= 0 && Script.IsDigit(text[at - 2])) && !IsFraction(text, at)
        : Script.IsAlphabetic(text[at]) ? !Script.IsAlphabetic(text[at - 1])
        : Script.IsKanji(text[at]);

    private static bool IsFraction(FoldedText text, int at)
    {
        var length = Fractions.LengthAt(text.Value, at);
        return length > 0 && AfterFraction.LengthAt(text.Value, at + length) > 0;
    }

    private static DateReader? At(FoldedText text, int at, Func<DateReader, DateReader?>[] forms)
    {
        foreach (var form in forms)
        {
            if (form(new DateReader(text, at)) is { } date)
            {
                return date;
            }
        }

        return null;
    }

    private static DateReader? YearFirst(DateReader r) =>
        r.Year() && r.OneOf(Separators) && r.MonthNumber() && r.OneOf(Separators) && r.Day() && r.IsOver("") ? r : null;

    private static DateReader? ShortYearFirst(DateReader r) =>
        r.ShortYear() && r.OneOf("/") && r.MonthNumber() && r.OneOf("/") && r.Day() && r.IsOver(Slashes) ? r : null;

    private static DateReader? JapaneseYear(DateReader r) => (r.Year() || r.IsOver("")) && r.OneOf("年") && r.Blank() ? JapaneseDay(r) : null;

    private static DateReader? Era(DateReader r) =>
        !r.EraYear() ? null
        : r.OneOf("年") ? r.Blank() ? JapaneseDay(r) : null
        : r.OneOf(Separators) && r.MonthNumber() && r.OneOf(Separators) && r.Day() && r.IsOver("") ? r : null;

    private static DateReader? JapaneseDay(DateReader r)
    {
        var isMonth = r.MonthNumber() && r.Blank() && r.OneOf("月") && r.Blank();
        var range = r;
        return !isMonth ? null
            : r.JapaneseDay() ? r
            : range.Day() && range.OneOf("~〜-–,・、") && range.JapaneseDay() ? range : null;
    }

    private static DateReader? DayAndMonthName(DateReader r) => r.DayOf() && r.MonthName() ? r : null;

    private static DateReader? MonthNameAndDay(DateReader r) =>
        r.MonthName() && (r.OneOf(".") || r.Blank()) && (r.OneOf("-") || r.Blank()) && r.Word("the ") && r.EnglishDay() ? r : null;

    // 6/12/2026 as in America; 13/6/2026 and 13.6.2026 as elsewhere.
    private static DateReader? MonthYearLast(DateReader r) => r.MonthNumber() && r.OneOf("/") && r.Day() && r.OneOf("/") && (r.Year() || r.IsOver("")) && r.IsOver(Slashes) ? r : null;

    private static DateReader? DayYearLast(DateReader r) => r.Day() && r.OneOf(Slashes) && r.MonthNumber() && r.OneOf(Slashes) && r.Year() && r.IsOver(Slashes) ? r : null;

    private static DateReader? MonthAndDay(DateReader r) => r.MonthNumber() && r.OneOf("/") && r.Day() && r.IsOver("/.") ? r : null;
}
