using CrmExtensions.Closing;

namespace CrmExtensions.Insights;

/// <summary>Amounts of money: a number with a currency (¥12,000,000, 1,250万円, $1.2M), or a large one that counts nothing else (1,250万, 3 million).</summary>
/// <remarks>Of a range the upper end counts; 数百万円 has no band. What is counted (100万人, 3 million users) is no money. Numbers in English words are not read.</remarks>
internal sealed class Amounts(IReadOnlyList<decimal> valueBands, string baseCurrency)
{
    public IEnumerable<Find> In(FoldedText text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (At(text, at) is { Length: > 0 } find)
            {
                yield return find;

                // A code behind one amount may be in front of the next.
                at = Math.Max(at, find.End - Currencies.Longest);
            }
        }
    }

    private Find At(FoldedText text, int start)
    {
        var at = Currencies.EndOfAll(text, start);
        if (at > start ? !Numeral.At(text, at).IsThere : !Numeral.IsStart(text, at))
        {
            return default;
        }

        var quantity = Upper(text, Quantity.At(text, at));
        var end = Currencies.EndBehind(text, quantity.End);
        var currency = at > start ? text.Value.Substring(start, at - start) : text.Value.Substring(quantity.End, end - quantity.End);
        return (currency.Length == 0 && !quantity.IsMoneyByItself(text)) || IsSaying(text, at, end) ? default
            : text[at - 1] is '数' or '何' ? new Find(start - 1, end, Secret.Amount)
            : new Find(start, end, Secret.Amount, BandOf(quantity.Value, currency));
    }

    private static Quantity Upper(FoldedText text, Quantity lower) =>
        Script.IsRange(text[lower.End]) && Numeral.At(text, lower.End + 1).IsThere ? Quantity.At(text, lower.End + 1) : lower;

    private int BandOf(decimal? value, string currency) =>
        value is not { } known || valueBands.Count == 0 || !Currencies.AreBase(currency, baseCurrency) ? Find.NoBand : ValueBand.Of(known, valueBands);

    // 関東一円 is no yen.
    private static bool IsSaying(FoldedText text, int at, int end) => end - at == 2 && text[at] == '一' && text[at + 1] == '円';
}
