namespace CrmExtensions.Insights;

/// <summary>A number with the English word that multiplies it: 1.2M, 3 million, or a Japanese one as it is.</summary>
/// <param name="Number">The number alone.</param>
/// <param name="End">The character after the word.</param>
/// <param name="Value">Of both; empty for one too long to be an amount.</param>
internal readonly record struct Quantity(Numeral Number, int End, decimal? Value)
{
    private const decimal MostScaled = 1_000_000_000;

    private static readonly WordSet Scales = WordSet.Of("k thousand m mn mm mil million b bn billion trillion");
    private static readonly WordSet LargeWords = WordSet.Of("million billion trillion");
    private static readonly WordSet AfterMoney = WordSet.Of("a an and as at but by for from if in is it of on or over per so than that the to under was we when which with");
    private static readonly WordSet AfterJapaneseMoney = WordSet.Of("以上 以下 以内 未満 程度 前後 規模 超 弱 強 近 台 相当");

    /// <summary>What begins here.</summary>
    public static Quantity At(FoldedText text, int at)
    {
        var number = Numeral.At(text, at);
        var scaleAt = text[number.End] == ' ' ? number.End + 1 : number.End;
        var length = Scales.WholeAt(text.Value, scaleAt);
        return length == 0 || number.Value > MostScaled
            ? new Quantity(number, number.End, number.Value)
            : new Quantity(number, scaleAt + length, number.Value * ScaleOf(text.Value.Substring(scaleAt, length)));
    }

    /// <summary>Whether it is so large, and nothing is said that it counts, that it must be money.</summary>
    public bool IsMoneyByItself(FoldedText text)
    {
        if (LargeWords.LengthBefore(text.Value, End) > 0)
        {
            var next = text[End] == ' ' ? EnglishWord.At(text, End + 1).Text : "";
            return next.Length == 0 ? !Script.IsJapanese(text[End]) : AfterMoney.Contains(next);
        }

        var isCounted = Script.IsKanji(text[End]) || Script.IsKatakana(text[End]) || Script.IsAlphabetic(text[End]) || text[End] is '%' or 'つ';
        return NumeralValue.IsLarge(text.Value.Substring(Number.Start, Number.End - Number.Start)) && (!isCounted || AfterJapaneseMoney.LengthAt(text.Value, End) > 0);
    }

    private static decimal ScaleOf(string word) => word switch
    {
        "k" or "thousand" => 1_000,
        "b" or "bn" or "billion" => 1_000_000_000,
        "trillion" => 1_000_000_000_000,
        _ => 1_000_000,
    };
}
