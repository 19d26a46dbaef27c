namespace CrmExtensions.Insights;

/// <summary>E-mail addresses and handles: all that hangs together around an @, or an (at).</summary>
/// <remarks>No part of an address has an @ in it, so no character is read from more than two of them.</remarks>
internal static class Mails
{
    private const string InLocal = ".!#$%&*+-/^_~'";

    private static readonly WordSet Signs = WordSet.Of("@ (at) [at] <at> {at}");

    public static IEnumerable<Find> In(FoldedText text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            var sign = Signs.LengthAt(text.Value, at);
            if (sign > 0 && Around(text, at, at + sign) is { Length: > 0 } find)
            {
                yield return find;
            }
        }
    }

    private static Find Around(FoldedText text, int sign, int afterSign)
    {
        var domain = afterSign + (text[afterSign] == ' ' ? 1 : 0);
        var end = DomainEnd(text, domain);
        var name = text.Value.Substring(domain, end - domain);
        var hasDot = name.IndexOf('.') > 0;
        if ((domain > afterSign && !hasDot) || !IsName(name, hasDot))
        {
            return default;
        }

        var local = text[sign - 1] == ' ' && hasDot ? sign - 1 : sign;
        var start = LocalStart(text, local);
        return new Find(start < local ? start : sign, end, Secret.Mail);
    }

    // @1,000 and @1.5 are prices.
    private static bool IsName(string name, bool hasDot) => name.Length > 1 && name.Any(char.IsLetter) && (hasDot || !Script.IsDigit(name[0]));

    // Letters of any script may stand there; what is not ASCII is taken only where nothing else is, as 連絡先はa@b.jp has no space.
    private static int LocalStart(FoldedText text, int end)
    {
        var start = end;
        while (Script.IsAscii(text[start - 1]) || InLocal.IndexOf(text[start - 1]) >= 0)
        {
            start--;
        }

        while (start < end && InLocal.IndexOf(text[start]) >= 0)
        {
            start++;
        }

        return start < end ? start : LettersBefore(text, end);
    }

    private static int LettersBefore(FoldedText text, int end)
    {
        while (end > 0 && char.IsLetter(text[end - 1]) && !Script.IsHiragana(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static int DomainEnd(FoldedText text, int start)
    {
        var end = start;
        while (Script.IsAscii(text[end]) || text[end] is '_' || (text[end] is '.' or '-' && Script.IsAscii(text[end + 1])))
        {
            end++;
        }

        return end > start ? end : LettersAfter(text, start);
    }

    // 例え.jp: a name in its own script with a domain behind it.
    private static int LettersAfter(FoldedText text, int start)
    {
        var end = start;
        while (char.IsLetter(text[end]) || (text[end] == '.' && char.IsLetter(text[end + 1])))
        {
            end++;
        }

        return end;
    }
}
