namespace CrmExtensions.Tests;

[TestClass]
public sealed class DateTests
{
    [TestMethod]
    [DataRow("6/12の役員会")]
    [DataRow("６／１２の役員会")]
    [DataRow("06/12の役員会")]
    [DataRow("6/12(金)の役員会")]
    [DataRow("6月12日の役員会")]
    [DataRow("６月１２日（金曜日）の役員会")]
    [DataRow("6月 12日の役員会")]
    [DataRow("2026年6月12日の役員会")]
    [DataRow("26年6月12日の役員会")]
    [DataRow("2026-06-12の役員会")]
    [DataRow("2026/6/12の役員会")]
    [DataRow("26/6/12の役員会")]
    [DataRow("2026.6.12の役員会")]
    [DataRow("令和8年6月12日の役員会")]
    [DataRow("令和元年6月12日の役員会")]
    [DataRow("㋿8年6月12日の役員会")]
    [DataRow("R8.6.12の役員会")]
    [DataRow("6月12〜14日の役員会")]
    [DataRow("6月12日〜14日の役員会")]
    [DataRow("6/12-14の役員会")]
    [DataRow("6/12、13日の役員会")]
    [DataRow("June 12の役員会")]
    public void A_date_becomes_its_month(string text) => Assert.AreEqual("6月の役員会", Shared.Of(text));

    [TestMethod]
    [DataRow("on June 12 we met")]
    [DataRow("on June 12th we met")]
    [DataRow("on june the 12th we met")]
    [DataRow("on Jun. 12 we met")]
    [DataRow("on June 12, 2026 we met")]
    [DataRow("on Friday, June 12, 2026 we met")]
    [DataRow("on 12 June we met")]
    [DataRow("on 12 June 2026 we met")]
    [DataRow("on 12-Jun-2026 we met")]
    [DataRow("on June 12-14 we met")]
    [DataRow("on June 12th and 13th we met")]
    [DataRow("on 6/12 we met")]
    [DataRow("on 6/12/2026 we met")]
    [DataRow("on 6/12/26 we met")]
    [DataRow("on 13/6/2026 we met")]
    [DataRow("on 12.06.2026 we met", DisplayName = "with points, the day first")]
    [DataRow("on 2026-06-12 we met")]
    public void An_english_date_becomes_its_month(string text) => Assert.AreEqual("on June we met", Shared.Of(text));

    [TestMethod]
    [DataRow("90日の導入計画、6月、2026年6月、6月上旬、12日後")]
    [DataRow("コストが1/3に減り、2/3以下で、1/2の費用")]
    [DataRow("第3四半期、上期、24/7対応、10:30")]
    [DataRow("1/3 of the cost, 90 days, 3 vendors, June 2026, v1.2.3")]
    [DataRow("they may 12 times march 5 miles")]
    [DataRow("13/32 and 0/5 and 6/40")]
    public void What_is_no_day_stays(string text) => Assert.AreEqual(text, Shared.Of(text));

    [TestMethod]
    [DataRow("6/12 10:30に開始", "6月 10:30に開始")]
    [DataRow("6/12から90日", "6月から90日")]
    [DataRow("On May 12 they chose 3 vendors", "On May they chose 3 vendors")]
    [DataRow("on the 12th of June we met", "on the June we met")]
    [DataRow("1/3に訪問", "1月に訪問", DisplayName = "in doubt a day")]
    public void What_stands_beside_a_date_stays(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("1月1日", "1月")]
    [DataRow("12/31", "12月")]
    [DataRow("2/29", "2月")]
    public void First_and_last_days_are_days(string text, string shared) => Assert.AreEqual(shared + "の会議", Shared.Of(text + "の会議"));
}
