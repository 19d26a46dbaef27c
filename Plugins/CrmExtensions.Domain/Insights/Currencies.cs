namespace CrmExtensions.Insights;

/// <summary>Signs, codes and words of currencies in folded text.</summary>
internal static class Currencies
{
    /// <summary>How long one with its space is at most.</summary>
    public const int Longest = 12;

    // JPY ¥1,200,000 has two.
    private const int MostTogether = 2;

    // Several countries call theirs so; the sign is the base currency's where that is one of them.
    private const string AnyDollar = "$";
    private const string Dollars = "USD AUD CAD SGD HKD TWD NZD";
    private const string Signs = "¥$€£₩₹";

    private static readonly Dictionary<string, string> Spellings = new()
    {
        ["JPY"] = "¥ 円 jpy yen jp¥",
        [AnyDollar] = "$ dollar dollars ドル",
        ["USD"] = "us$ usd 米ドル",
        ["EUR"] = "€ eur euro euros ユーロ",
        ["GBP"] = "£ gbp pounds ポンド",
        ["CNY"] = "cny rmb 元 人民元",
        ["KRW"] = "₩ krw ウォン",
        ["SGD"] = "s$ sgd",
        ["HKD"] = "hk$ hkd",
        ["TWD"] = "nt$ twd",
        ["AUD"] = "a$ aud",
        ["CAD"] = "c$ cad",
        ["CHF"] = "chf",
        ["INR"] = "₹ inr ルピー",
        ["THB"] = "thb バーツ",
        ["VND"] = "vnd",
    };

    private static readonly Dictionary<string, string> Codes =
        Spellings.SelectMany(currency => currency.Value.Split(' ').Select(word => new KeyValuePair<string, string>(word, currency.Key))).ToDictionary(pair => pair.Key, pair => pair.Value);

    private static readonly WordSet Words = new([.. Codes.Keys]);
    private static readonly WordSet Lookalikes = WordSet.Of("円滑 円満 円形 円卓 円高 円安 円柱 元化 元論 元的");

    /// <summary>Where the currencies that begin here end, each with a space behind it; here, if none do.</summary>
    public static int EndOfAll(FoldedText text, int at)
    {
        for (var currencies = 0; currencies < MostTogether && LengthAt(text, at) is > 0 and var length; currencies++)
        {
            at += length;
            at += text[at] == ' ' ? 1 : 0;
        }

        return at;
    }

    /// <summary>Where the currency behind a number ends; at the number, if there is none. A sign before a digit belongs to the next number.</summary>
    public static int EndBehind(FoldedText text, int end)
    {
        var at = text[end] == ' ' ? end + 1 : end;
        var length = LengthAt(text, at);
        return length == 0 || (Signs.IndexOf(text[at]) >= 0 && Script.IsDigit(text[at + length])) ? end : at + length;
    }

    /// <summary>Whether what was written is the base currency; nothing passes for it.</summary>
    public static bool AreBase(string written, string baseCurrency) =>
        written.Split([' '], StringSplitOptions.RemoveEmptyEntries).All(word => !Codes.TryGetValue(word, out var code) || IsBase(word, code, baseCurrency));

    private static bool IsBase(string word, string code, string baseCurrency) =>
        code == baseCurrency || (code == AnyDollar && Dollars.Contains(baseCurrency)) || (word == "¥" && baseCurrency == "CNY");

    private static int LengthAt(FoldedText text, int at) =>
        Lookalikes.LengthAt(text.Value, at) > 0 ? 0
        : Script.IsAlphabetic(text[at]) ? Words.WholeAt(text.Value, at)
        : Words.LengthAt(text.Value, at);
}
