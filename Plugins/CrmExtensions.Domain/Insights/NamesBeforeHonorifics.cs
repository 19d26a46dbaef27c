namespace CrmExtensions.Insights;

/// <summary>Guesses names nobody told us from the honorific or the title behind them: 田中様, 佐藤部長, Smith様, たなかさん.</summary>
/// <remarks>
/// What stands between the last particle and the honorific is a name, except for the roles, departments and kinds of people it begins or ends with
/// (<see cref="RoleWords"/>): 営業部の情報システム部長 and お客様 stay, 営業部田中部長 loses 田中. A word unknown there is taken for a name.
/// </remarks>
internal static class NamesBeforeHonorifics
{
    // Longer than any name with its department; the look-back ends there.
    private const int LongestRun = 20;
    private const int LongestWord = 30;
    private const int LongestAcronym = 4;
    private const int ShortestVerbless = 2;
    private const int LongestPart = 3;

    private static readonly WordSet LatinRoles = WordSet.Of("sier vendor user sales partner maker web saas erp crm");

    public static IEnumerable<Find> In(FoldedText text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            var polite = Honorifics.PoliteAt(text, at);
            var title = polite > 0 ? 0 : Honorifics.TitleAt(text, at);
            if (polite + title > 0 && Before(text, at, polite, title) is { Length: > 0 } find)
            {
                yield return find;
            }
        }
    }

    private static Find Before(FoldedText text, int at, int polite, int title)
    {
        // 鈴木 様, 鈴木 部長, 鈴木(部長).
        var end = text[at - 1] is ' ' or '(' ? at - 1 : at;
        return IsRunCharacter(text, end - 1) ? InRun(text, at, end, polite, title)
            : Script.IsAlphabetic(text[end - 1]) ? Alphabetic(text, at, end, polite)
            : Script.IsHiragana(text[end - 1]) && end == at && polite > 0 ? KanaNames.Before(text, at, polite)
            : default;
    }

    private static Find InRun(FoldedText text, int at, int end, int polite, int title)
    {
        var start = RunStart(text, end);
        var run = text.Value.Substring(start, end - start + (end == at ? title : 0));
        var name = polite > 0 && RoleWords.IsInstitution(run) ? new Find(0, run.Length, Secret.Company) : NameIn(run);
        if (name.Length == 0 || (text[at] == 'く' && name.Length < ShortestVerbless))
        {
            return default;
        }

        // ABC商事 is one name.
        var first = name.Start == 0 ? WithFamilyName(text, WordStart(text, start), end) : start + name.Start;
        var last = start + name.End;
        return name with { Start = first, End = last == end ? EndWith(text, end, at, polite) : last };
    }

    // 様 goes with the name, a title or a bracket does not.
    private static int EndWith(FoldedText text, int end, int at, int polite) => polite > 0 && text[end] != '(' ? at + polite : end;

    // 伊藤 健様, but not 会議 健様.
    private static int WithFamilyName(FoldedText text, int start, int end)
    {
        var family = end - start <= LongestPart && text[start - 1] == ' ' ? RunStart(text, start - 1) : start - 1;
        var length = start - 1 - family;
        return length is > 0 and <= LongestPart && !RoleWords.AreAll(text.Value.Substring(family, length), length) ? family : start;
    }

    private static int RunStart(FoldedText text, int end)
    {
        var start = end;
        while (end - start < LongestRun && IsRunCharacter(text, start - 1))
        {
            start--;
        }

        return start;
    }

    // Its place in the run; empty for none. Roles go from the right first, so that of 田中営業部長 the name is left.
    private static Find NameIn(string run)
    {
        var to = run.Length;
        while (RoleWords.LengthBefore(run, to) is > 0 and var length)
        {
            to -= length;
        }

        if (RoleWords.AreAll(run, to))
        {
            return default;
        }

        var from = 0;
        while (RoleWords.LengthAt(run, from) is > 0 and var length && from + length < to)
        {
            from += length;
        }

        return new Find(from, to, OrdinaryWords.TradeLength(run.Substring(0, to)) > 0 ? Secret.Company : Secret.Person);
    }

    // 中点 only inside a foreign name: A社・田中様 are two.
    private static bool IsRunCharacter(FoldedText text, int at) =>
        (Script.IsKanji(text[at]) && text[at] != '〇') || Script.IsKatakana(text[at]) || (text[at] is '・' or '=' && Script.IsKatakana(text[at - 1]) && Script.IsKatakana(text[at + 1]));

    // IT部長 has a department, A様 is nobody; Smith部長 and XYZ様 have names.
    private static Find Alphabetic(FoldedText text, int at, int end, int polite)
    {
        var start = WordStart(text, end);
        var length = end - start;
        var isAcronym = length <= LongestAcronym && text.IsCapital(end - 1);
        return length < 2 || LatinRoles.Contains(text.Value.Substring(start, length)) || (polite == 0 && (isAcronym || !text.IsCapital(start))) ? default : new Find(WithGivenName(text, start), EndWith(text, end, at, polite), Secret.Person);
    }

    private static int WithGivenName(FoldedText text, int start)
    {
        var before = text[start - 1] is ' ' or '・' ? WordStart(text, start - 1) : start;
        return before < start - 1 && text.IsCapital(before) ? before : start;
    }

    private static int WordStart(FoldedText text, int end)
    {
        var start = end;
        while (end - start < LongestWord && (Script.IsAlphanumeric(text[start - 1]) || (text[start - 1] is '-' or '\'' or '’' && Script.IsAlphabetic(text[start - 2]))))
        {
            start--;
        }

        return start;
    }
}
