namespace CrmExtensions.Tests;

[TestClass]
public sealed class AddressTests
{
    [TestMethod]
    [DataRow("〒100-0001 東京都港区青葉4-2-8 青葉タワービル5F にて")]
    [DataRow("〒１００－０００１　東京都港区青葉４－２－８ にて")]
    [DataRow("〒1000001 にて")]
    [DataRow("100-0001 にて")]
    [DataRow("東京都港区 にて")]
    [DataRow("東京都港区青葉4丁目2番8号 にて")]
    [DataRow("東京都港区青葉四丁目2-8 にて")]
    [DataRow("愛知県名古屋市中区栄町3-1-1 にて")]
    [DataRow("北海道札幌市中央区北1条西2丁目 にて")]
    [DataRow("港区青葉4-2-8 にて")]
    [DataRow("西区みなとみらい2-3-1 にて")]
    [DataRow("青葉三丁目 にて")]
    [DataRow("大字青葉123番地の4 にて")]
    public void A_japanese_address_goes_with_its_code_and_building(string text) => Assert.AreEqual("〔住所〕 にて", Shared.Of(text));

    [TestMethod]
    [DataRow("東京都の市場、大阪府内、北海道")]
    [DataRow("横浜市の担当、港区で")]
    [DataRow("市場3-2の比率、区分1-2")]
    [DataRow("改革の一丁目一番地")]
    [DataRow("3番目の案、12番、第2の案")]
    public void A_region_or_a_number_stays(string text) => Assert.AreEqual(text, Shared.Of(text));

    [TestMethod]
    [DataRow("at 221 Baker Street, we", "at [address], we")]
    [DataRow("at 221B Baker St., Suite 5, we", "at [address], we")]
    [DataRow("at 12 north elm avenue, we", "at [address], we")]
    [DataRow("at 1 Old Mill Way, Redwood, WA 98052, we", "at [address], we")]
    [DataRow("at 1 Old Mill Way, Redwood, WA 98052-1234, we", "at [address], we")]
    [DataRow("at P.O. Box 123, we", "at [address], we")]
    [DataRow("at SW1A 1AA, we", "at [address], we")]
    public void An_english_address_goes(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("2 years down the road")]
    [DataRow("3 vendors on the way to a deal")]
    [DataRow("90 days and 5 people per street")]
    [DataRow("in 12345 rows or 98052 more")]
    public void An_english_number_with_words_stays(string text) => Assert.AreEqual(text, Shared.Of(text));
}
