namespace CrmExtensions.Insights;

/// <summary>What goes with a date: (金), , 2026, 〜14日, Friday.</summary>
internal static class DateTail
{
    private const int LongestYear = 4;

    // Behind a number they make it an hour or the beginning of another date.
    private const string NoDays = ":/-年月時日";

    private static readonly WordSet Weekdays = WordSet.Of(
        """
        (月) (火) (水) (木) (金) (土) (日) (祝) (月曜) (火曜) (水曜) (木曜) (金曜) (土曜) (日曜) (月曜日) (火曜日) (水曜日) (木曜日) (金曜日) (土曜日) (日曜日)
        月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜
        (mon) (tue) (wed) (thu) (fri) (sat) (sun) (monday) (tuesday) (wednesday) (thursday) (friday) (saturday) (sunday)
        """);

    private static readonly WordSet EnglishWeekdays = WordSet.Of("monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun");
    private static readonly WordSet DayJoints = new("・", "、", ",", "~", "〜", "-", "–", "と", "から", " ");
    private static readonly WordSet EnglishJoints = new("-", "–", "~", "〜", " - ", " – ", " and ", " to ", " & ", " ");

    public static int EndAfter(FoldedText text, int end)
    {
        for (var next = Step(text, end); next > end; next = Step(text, end))
        {
            end = next;
        }

        return end;
    }

    /// <summary>Friday, June 12: where its weekday begins.</summary>
    public static int StartBefore(FoldedText text, int start)
    {
        var end = text[start - 1] == ' ' ? start - 1 : start;
        end -= end < start && text[end - 1] is ',' or '.' ? 1 : 0;
        var length = end < start ? EnglishWeekdays.LengthBefore(text.Value, end) : 0;
        return length > 0 && !Script.IsAlphabetic(text[end - length - 1]) ? end - length : start;
    }

    private static int Step(FoldedText text, int end)
    {
        var at = text[end] == ' ' ? end + 1 : end;
        var weekday = Weekdays.LengthAt(text.Value, at);
        return weekday > 0 ? at + weekday
            : YearEnd(text, end) is var year && year > end ? year
            : JapaneseDayEnd(text, end) is var day && day > end ? day
            : EnglishDayEnd(text, end);
    }

    private static int YearEnd(FoldedText text, int end)
    {
        var at = end;
        at += text[at] == ',' ? 1 : 0;
        at += text[at] is ' ' or '-' ? 1 : 0;
        var reader = new DateReader(text, at);
        var isName = Script.IsAlphabetic(text[end - 1]) || text[end] is ',' or ' ';
        return isName && at > end && reader.Year() && reader.At - at == LongestYear && !Script.IsAlphanumeric(text[reader.At]) && text[reader.At] is not ('-' or '/') ? reader.At : end;
    }

    // 12日〜14日, 12日・13日.
    private static int JapaneseDayEnd(FoldedText text, int end)
    {
        var joint = DayJoints.LengthAt(text.Value, end);
        var reader = new DateReader(text, end + joint);
        return joint > 0 && !Script.IsDigit(text[end]) && reader.Blank() && reader.JapaneseDay() && text[reader.At] is not ('間' or '前' or '後' or '以') ? reader.At : end;
    }

    // June 12-14, June 12 and 13, 6/12-14; not 6/12 14:00.
    private static int EnglishDayEnd(FoldedText text, int end)
    {
        var joint = EnglishJoints.LengthAt(text.Value, end);
        var reader = new DateReader(text, end + joint);
        if (joint == 0 || !reader.EnglishDay() || NoDays.IndexOf(text[reader.At]) >= 0)
        {
            return end;
        }

        var isRange = Script.IsRange(text[end]) || Script.IsRange(text[end + 1]);
        var isOrdinal = Script.IsAlphabetic(text[reader.At - 1]);
        return isOrdinal || CountsNothing(text, reader.At, isRange) ? reader.At : end;
    }

    // June 12 and 3 vendors, 6/12-14名.
    private static bool CountsNothing(FoldedText text, int end, bool isRange) => isRange
        ? !Script.IsJapanese(text[end]) || Script.IsHiragana(text[end])
        : !Script.IsJapanese(text[end]) && !(text[end] == ' ' && Script.IsAlphanumeric(text[end + 1]));
}
