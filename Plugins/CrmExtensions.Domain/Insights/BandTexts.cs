using System.Globalization;
using CrmExtensions.Texts;

namespace CrmExtensions.Insights;

/// <summary>Bands of value as people say them: 500万〜2,000万円, JPY 5M–20M.</summary>
internal sealed class BandTexts(IReadOnlyList<decimal> lowerBounds, string currency)
{
    private const decimal Thousand = 1_000;
    private const decimal Man = 10_000;
    private const decimal Million = 1_000_000;
    private const decimal Oku = 100_000_000;
    private const decimal Billion = 1_000_000_000;

    /// <summary>The band: 0 is below the first bound, the last is from the last bound on.</summary>
    public string In(Language language, int band)
    {
        var from = band == 0 ? (decimal?)null : lowerBounds[band - 1];
        var below = band == lowerBounds.Count ? (decimal?)null : lowerBounds[band];
        return language == Language.Japanese ? InJapanese(from, below) : InEnglish(from, below);
    }

    private string InJapanese(decimal? from, decimal? below)
    {
        var unit = currency == "JPY" ? "円" : currency;
        return from is null ? Japanese(below!.Value) + unit + "未満"
            : below is null ? Japanese(from.Value) + unit + "以上"
            : Japanese(from.Value) + "〜" + Japanese(below.Value) + unit;
    }

    private string InEnglish(decimal? from, decimal? below) =>
        from is null ? "under " + currency + " " + English(below!.Value)
        : below is null ? currency + " " + English(from.Value) + " or more"
        : currency + " " + English(from.Value) + "–" + English(below.Value);

    private static string Japanese(decimal amount)
    {
        if (amount % Man != 0 || amount == 0)
        {
            return Written(amount);
        }

        var oku = Math.Floor(amount / Oku);
        var man = (amount - (oku * Oku)) / Man;
        return (oku > 0 ? Written(oku) + "億" : "") + (man > 0 ? Written(man) + "万" : "");
    }

    private static string English(decimal amount) =>
        amount >= Billion ? Written(amount / Billion) + "B"
        : amount >= Million ? Written(amount / Million) + "M"
        : amount >= Thousand ? Written(amount / Thousand) + "K"
        : Written(amount);

    private static string Written(decimal amount) => amount.ToString("#,0.#########", CultureInfo.InvariantCulture);
}
