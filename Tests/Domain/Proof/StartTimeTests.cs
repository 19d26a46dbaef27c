using CrmExtensions.Proof;
using CsCheck;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class StartTimeTests
{
    [TestMethod]
    [DataRow("0:00", 0)]
    [DataRow("00:07", 7)]
    [DataRow("12:34", 754)]
    [DataRow(" 12:34 ", 754)]
    [DataRow("１２：３４", 754, DisplayName = "full-width")]
    [DataRow("\u3000１2:34", 754, DisplayName = "half one, half the other")]
    [DataRow("59:59", 3599)]
    [DataRow("75:30", 4530, DisplayName = "more minutes than an hour has")]
    [DataRow("999:59", 59_999)]
    [DataRow("1:02:03", 3723)]
    [DataRow("1:2:03", 3723)]
    [DataRow("99:59:59", 359_999)]
    public void A_start_time_is_read_in_minutes_or_hours(string text, int seconds) => Assert.AreEqual(seconds, StartTime.SecondsOf(text));

    [TestMethod]
    [DataRow("")]
    [DataRow("12")]
    [DataRow("12:3")]
    [DataRow("12:60")]
    [DataRow("1:60:00")]
    [DataRow("-1:00")]
    [DataRow("1000:00")]
    [DataRow("100:00:00")]
    [DataRow("1:2:3:04")]
    [DataRow("12:34\n5")]
    [DataRow("一二:三四")]
    [DataRow("12分34秒")]
    [DataRow("٣:٠٠")]
    public void Anything_else_is_no_start_time(string text) => Assert.IsNull(StartTime.SecondsOf(text));

    [TestMethod]
    [DataRow(0, "00:00")]
    [DataRow(754, "12:34")]
    [DataRow(3599, "59:59")]
    [DataRow(3600, "1:00:00")]
    [DataRow(359_999, "99:59:59")]
    public void Seconds_are_written_as_people_read_them(int seconds, string text) => Assert.AreEqual(text, StartTime.Format(seconds));

    [TestMethod]
    public void What_is_written_is_read_again() => Gen.Int[0, 359_999].Sample(seconds => StartTime.SecondsOf(StartTime.Format(seconds)) == seconds);
}
