using System.Globalization;
using CrmExtensions.Texts;

namespace CrmExtensions.Insights;

/// <summary>What is written in the place of a secret, in either language.</summary>
internal sealed class Placeholders
{
    private static readonly Dictionary<Secret, string> Japanese = new()
    {
        [Secret.Customer] = "〔お客様企業〕",
        [Secret.Competitor] = "〔競合〕",
        [Secret.Deal] = "〔案件〕",
        [Secret.Person] = "〔人名〕",
        [Secret.Company] = "〔企業〕",
        [Secret.Mail] = "〔メール〕",
        [Secret.Link] = "〔URL〕",
        [Secret.Phone] = "〔電話〕",
        [Secret.Address] = "〔住所〕",
        [Secret.Amount] = "〔金額〕",
    };

    private static readonly Dictionary<Secret, string> English = new()
    {
        [Secret.Customer] = "[customer]",
        [Secret.Competitor] = "[competitor]",
        [Secret.Deal] = "[deal]",
        [Secret.Person] = "[person]",
        [Secret.Company] = "[company]",
        [Secret.Mail] = "[e-mail]",
        [Secret.Link] = "[link]",
        [Secret.Phone] = "[phone]",
        [Secret.Address] = "[address]",
        [Secret.Amount] = "[amount]",
    };

    private static readonly Language[] Languages = [Language.Japanese, Language.English];

    private readonly BandTexts bands;

    public Placeholders(IReadOnlyList<decimal> valueBands, string baseCurrency)
    {
        bands = new BandTexts(valueBands, baseCurrency);
        var amounts = Enumerable.Range(0, valueBands.Count == 0 ? 0 : valueBands.Count + 1);
        All = new WordSet([.. Japanese.Values, .. English.Values, .. Languages.SelectMany(language => amounts.Select(band => Band(band, language)))]);
    }

    /// <summary>All that may have been written by an earlier redaction; a month is like any other word.</summary>
    public WordSet All { get; }

    public string For(Find find, Language language) =>
        find.Secret == Secret.Date ? Month(find.Detail, language)
        : find.Secret == Secret.Amount && find.Detail != Find.NoBand ? Band(find.Detail, language)
        : Named(find.Secret, language);

    private static string Month(int month, Language language) =>
        language == Language.Japanese ? month.ToString(CultureInfo.InvariantCulture) + "月" : MonthNames.Of(month);

    private static string Named(Secret secret, Language language) => language == Language.Japanese ? Japanese[secret] : English[secret];

    private string Band(int band, Language language) => language == Language.Japanese ? "〔" + bands.In(language, band) + "〕" : "[" + bands.In(language, band) + "]";
}
