namespace CrmExtensions.Specificity;

/// <summary>Reads the parts of a date, one after the other; how far it looks does not depend on the text.</summary>
/// <remarks>What may be missing answers true, and so does not break a chain of parts.</remarks>
internal struct DateReader(string text, int at)
{
    private const int LongestNumber = 4;

    // Long names first: sept begins september.
    private static readonly string[] Months =
    [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec",
    ];

    private static readonly string[] Ordinals = ["st", "nd", "rd", "th"];

    private int at = at;

    private readonly char Next => at < text.Length ? text[at] : '\0';

    /// <summary>A number within bounds, to its last digit.</summary>
    public bool Number(int least, int most)
    {
        var number = 0;
        var start = at;
        while (Next is >= '0' and <= '9')
        {
            if (at - start == LongestNumber)
            {
                return false;
            }

            number = (number * 10) + (text[at++] - '0');
        }

        return at > start && number >= least && number <= most;
    }

    public bool OneOf(string characters)
    {
        var isThere = characters.IndexOf(Next) >= 0;
        at += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>A space, which may be missing, with a point before it as after an abbreviation.</summary>
    public bool Blank()
    {
        OneOf(".");
        OneOf(" ");
        return true;
    }

    /// <summary>The ending of 12th, which may be missing.</summary>
    public bool Ordinal()
    {
        Word(Ordinals);
        return true;
    }

    /// <summary>The of between day and month, which may be missing.</summary>
    public bool Of()
    {
        Word(["of"]);
        return Blank();
    }

    public bool MonthName() => Word(Months);

    /// <summary>Whether the month just read is the verb: phase 2 may be late.</summary>
    public readonly bool IsVerb() => at >= 3
        && string.CompareOrdinal(text, at - 3, "may", 0, 3) == 0
        && at + 1 < text.Length && text[at] == ' ' && char.IsLetter(text[at + 1]);

    private bool Word(string[] words)
    {
        foreach (var word in words)
        {
            if (string.CompareOrdinal(text, at, word, 0, word.Length) == 0 && !(at + word.Length < text.Length && text[at + word.Length] is >= 'a' and <= 'z'))
            {
                at += word.Length;
                return true;
            }
        }

        return false;
    }
}
