namespace CrmExtensions.Insights;

/// <summary>Reads the parts of a date one after the other and remembers its month.</summary>
/// <remarks>What may be missing answers true, and so does not break a chain of parts. No part is long.</remarks>
internal struct DateReader(FoldedText text, int at)
{
    private const int LongestNumber = 4;

    private static readonly WordSet Ordinals = WordSet.Of("st nd rd th");
    private static readonly WordSet Eras = WordSet.Of("令和 平成 昭和 大正 明治");

    /// <summary>The character after what has been read.</summary>
    public int At { get; private set; } = at;

    /// <summary>1-12, once it has been read.</summary>
    public int Month { get; private set; }

    private readonly char Next => text[At];

    public bool Year() => Number(1900, 2199, out _);

    /// <summary>A year in short, 26 or 08.</summary>
    public bool ShortYear() => Number(0, 99, out _);

    public bool MonthNumber()
    {
        var isThere = Number(1, 12, out var month);
        Month = month;
        return isThere;
    }

    public bool Day() => Number(1, 31, out _);

    /// <summary>12日.</summary>
    public bool JapaneseDay() => Day() && Blank() && OneOf("日");

    /// <summary>12th of, 12, 12-: a day with the month's name behind it.</summary>
    public bool DayOf()
    {
        if (!Day())
        {
            return false;
        }

        At += Ordinals.LengthAt(text.Value, At);
        OneOf(" -");
        Word("of ");
        return true;
    }

    /// <summary>12, 12th; not 12,000, 12.5 or 12%.</summary>
    public bool EnglishDay()
    {
        if (!Day())
        {
            return false;
        }

        At += Ordinals.WholeAt(text.Value, At);
        return !Script.IsAlphanumeric(Next) && Next != '%' && !(Next is ',' or '.' && Script.IsDigit(text[At + 1]));
    }

    /// <summary>令和8年, R8., 令和元年.</summary>
    public bool EraYear()
    {
        var era = Eras.LengthAt(text.Value, At);
        era = era > 0 ? era : "rhstm".IndexOf(Next) >= 0 && text.IsCapital(At) && !Script.IsAlphanumeric(text[At - 1]) ? 1 : 0;
        At += era;
        return era > 0 && Blank() && (OneOf("元") || ShortYear());
    }

    public bool MonthName()
    {
        var length = MonthNames.LengthAt(text, At);
        Month = length > 0 ? MonthNames.At(text, At) : 0;
        At += length;
        return length > 0;
    }

    public bool OneOf(string characters)
    {
        var isThere = At < text.Length && characters.IndexOf(Next) >= 0;
        At += isThere ? 1 : 0;
        return isThere;
    }

    /// <summary>A word that may be missing.</summary>
    public bool Word(string word)
    {
        At += string.CompareOrdinal(text.Value, At, word, 0, word.Length) == 0 ? word.Length : 0;
        return true;
    }

    public bool Blank()
    {
        OneOf(" ");
        return true;
    }

    /// <summary>Whether nothing follows that makes another number of it.</summary>
    public readonly bool IsOver(string others) => !Script.IsDigit(Next) && !(others.IndexOf(Next) >= 0 && Script.IsDigit(text[At + 1]));

    private bool Number(int least, int most, out int number)
    {
        number = 0;
        var start = At;
        while (Script.IsDigit(Next) && At - start <= LongestNumber)
        {
            number = (number * 10) + (Next - '0');
            At++;
        }

        return At > start && At - start <= LongestNumber && number >= least && number <= most;
    }
}
