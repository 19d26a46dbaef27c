namespace CrmExtensions.Tests;

[TestClass]
public sealed class ContactTests
{
    [TestMethod]
    [DataRow("連絡先はa.suzuki@example.co.jpです", "連絡先は〔メール〕です")]
    [DataRow("連絡先はＡ．ＳＵＺＵＫＩ＠ＥＸＡＭＰＬＥ．ＣＯ．ＪＰです", "連絡先は〔メール〕です")]
    [DataRow("write to a+b_c@mail.example.com, please", "write to [e-mail], please")]
    [DataRow("write to jane (at) example.com", "write to [e-mail]")]
    [DataRow("write to jane @ example.com", "write to [e-mail]")]
    [DataRow("write to jane@intranet", "write to [e-mail]")]
    [DataRow("write to @jane_d", "write to [e-mail]")]
    [DataRow("鈴木@例え.jp まで", "〔メール〕 まで")]
    [DataRow("<mailto:jane@example.com>", "<mailto:[e-mail]>")]
    public void A_mail_address_goes(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("電話は03-1234-5678です")]
    [DataRow("電話は０３－１２３４－５６７８です")]
    [DataRow("電話は03ー1234ー5678です")]
    [DataRow("電話は03‐1234‐5678です")]
    [DataRow("電話は03 1234 5678です")]
    [DataRow("電話は(03)1234-5678です")]
    [DataRow("電話は（０３）１２３４－５６７８です")]
    [DataRow("電話は03(1234)5678です")]
    [DataRow("電話は0312345678です")]
    [DataRow("電話は090-1234-5678です")]
    [DataRow("電話は09012345678です")]
    [DataRow("電話は0120-123-456です")]
    [DataRow("電話は+81-3-1234-5678です")]
    [DataRow("電話は+81 (0)90 1234 5678です")]
    [DataRow("電話は81-3-1234-5678です")]
    [DataRow("電話は1234-5678です")]
    public void A_japanese_number_goes_however_it_is_typed(string text) => Assert.AreEqual("電話は〔電話〕です", Shared.Of(text));

    [TestMethod]
    [DataRow("call (555) 123-4567 now", "call [phone] now")]
    [DataRow("call 555-123-4567 now", "call [phone] now")]
    [DataRow("call 555.123.4567 now", "call [phone] now")]
    [DataRow("call 1-555-123-4567 now", "call [phone] now")]
    [DataRow("call +1 555 123 4567 now", "call [phone] now")]
    [DataRow("call +44 20 7946 0958 now", "call [phone] now")]
    [DataRow("call +4930123456 now", "call [phone] now")]
    [DataRow("phone: 123456, ext. 4321", "phone: [phone], ext. [phone]")]
    [DataRow("内線1234まで", "内線〔電話〕まで")]
    [DataRow("2026-06-12 03-1234-5678", "June [phone]", DisplayName = "behind a date")]
    public void A_number_abroad_or_behind_its_mark_goes(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("90日で100件、3社、5名、1000-2000名")]
    [DataRow("2025-2026年度、10:00-12:00、ISO27001、v1.2.3")]
    [DataRow("電話3回、電話100件、電話会議")]
    [DataRow("score 0.123456789 of 100,000,000 rows")]
    [DataRow("+20% and 3 + 4")]
    public void Other_numbers_stay(string text) => Assert.AreEqual(text, Shared.Of(text));

    [TestMethod]
    [DataRow("https://example.com/a/b?x=1#yを参照", "〔URL〕を参照")]
    [DataRow("ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｃｏｍを参照", "〔URL〕を参照")]
    [DataRow("https://example.com/資料/鈴木.pdf を参照", "〔URL〕 を参照")]
    [DataRow("see (https://example.com/a).", "see ([link]).")]
    [DataRow("see www.example.org.", "see [link].")]
    [DataRow("see portal.example.co.jp/login, please", "see [link], please")]
    [DataRow("see 192.0.2.1:8080/x", "see [link]")]
    [DataRow("see bit.ly/abc", "see [link]")]
    [DataRow("""see \\server\share\suzuki""", "see [link]")]
    [DataRow("""see d:\share\suzuki\a.txt""", "see [link]")]
    public void A_link_or_a_host_goes(string text, string shared) => Assert.AreEqual(shared, Shared.Of(text));

    [TestMethod]
    [DataRow("Node.js and ASP.NET, e.g. 3.5 or i.e. more")]
    [DataRow("we were done.It was late")]
    [DataRow("and/or, 24/7, client/server")]
    [DataRow("比率は3:1、A/Bテスト")]
    public void Words_with_points_and_slashes_stay(string text) => Assert.AreEqual(text, Shared.Of(text));
}
