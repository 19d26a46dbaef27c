using CrmExtensions.Insights;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class AmountTests
{
    [TestMethod]
    [DataRow("999,999円です", "〔100万円未満〕です")]
    [DataRow("1,000,000円です", "〔100万〜500万円〕です")]
    [DataRow("5,000,000円です", "〔500万〜2,000万円〕です")]
    [DataRow("20,000,000円です", "〔2,000万〜1億円〕です")]
    [DataRow("100,000,000円です", "〔1億円以上〕です")]
    public void A_band_begins_with_its_lower_bound(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("1,250万円です")]
    [DataRow("１，２５０万円です")]
    [DataRow("¥12,500,000です")]
    [DataRow("￥１２，５００，０００です")]
    [DataRow("12.5百万円です")]
    [DataRow("12,500千円です")]
    [DataRow("千二百五十万円です")]
    [DataRow("1千250万円です")]
    [DataRow("0.125億円です")]
    [DataRow("1,250万です")]
    [DataRow("JPY 12,500,000です")]
    [DataRow("JPY ¥12.5Mです")]
    [DataRow("800〜1,250万円です")]
    [DataRow("12.5 million yenです")]
    public void An_amount_is_read_however_it_is_written(string text) => Assert.AreEqual("概算は〔500万〜2,000万円〕です", Shared.Of("概算は" + text));

    [TestMethod]
    [DataRow("JPY 1,200,000 in all", "[JPY 1M–5M] in all")]
    [DataRow("12 million yen in all", "[JPY 5M–20M] in all")]
    [DataRow("5 million in all", "[JPY 5M–20M] in all")]
    [DataRow("JPY 500K in all", "[under JPY 1M] in all")]
    [DataRow("¥3bn in all", "[JPY 100M or more] in all")]
    [DataRow("$1.2M in all", "[amount] in all")]
    [DataRow("$1-2M in all", "[amount] in all")]
    [DataRow("USD 50k in all", "[amount] in all")]
    [DataRow("50,000 euros in all", "[amount] in all")]
    public void English_has_bands_for_the_base_currency_only(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("10万ドルです", "〔金額〕です")]
    [DataRow("€50,000です", "〔金額〕です")]
    [DataRow("数百万円です", "〔金額〕です")]
    [DataRow("999999999999999999999999999円です", "〔金額〕です")]
    public void What_has_no_band_is_an_amount(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("100万人、3万件、1億レコード")]
    [DataRow("90日、3社、1.5倍、10%、2026年度、第2四半期")]
    [DataRow("3 million users, 90 days, 3 vendors, 5m wide")]
    [DataRow("万一、一億総活躍、百貨店、十分、関東一円、円滑")]
    [DataRow("3次元、二元論、千葉、四国")]
    public void What_is_counted_is_no_money(string text) => Assert.AreEqual(text, Shared.Of(text));

    [TestMethod]
    [DataRow("USD", "$15,000です", "〔1万〜5万USD〕です")]
    [DataRow("USD", "US$ 15,000 in all", "[USD 10K–50K] in all")]
    [DataRow("USD", "15,000円です", "〔金額〕です")]
    [DataRow("EUR", "15.000 is €15k in all", "15.000 is [EUR 10K–50K] in all")]
    [DataRow("CNY", "¥15,000です", "〔1万〜5万CNY〕です")]
    public void The_base_currency_is_a_setting(string currency, string text, string shared) =>
        Assert.AreEqual(shared, Shared.With(text, new RedactionOptions { BaseCurrency = currency, ValueBands = [10_000m, 50_000m] }));

    [TestMethod]
    public void Without_bands_all_amounts_are_alike() => Assert.AreEqual("〔金額〕と〔金額〕", Shared.With("3億円と1円", new RedactionOptions()));

    [TestMethod]
    [DataRow("1500000", "〔150万円以上〕")]
    [DataRow("120000000", "〔1億2,000万円以上〕")]
    [DataRow("12345", "〔12,345円以上〕")]
    public void A_bound_is_written_as_people_say_it(string bound, string shared) =>
        Assert.AreEqual(shared, Shared.With("9億円", new RedactionOptions { ValueBands = [decimal.Parse(bound, System.Globalization.CultureInfo.InvariantCulture)] }));
}
