using CrmExtensions.Reminders;
using CrmExtensions.Texts;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class DigestTests
{
    private static readonly DateTime Today = Day("2026-06-04");

    [TestMethod]
    public void Tells_a_rep_who_is_manager_and_head_everything_at_once()
    {
        var digest = new Digest([Due(4, "2026-05-25"), Due(3, "2026-06-01"), Due(2, "2026-06-07") with { IsSubmitted = true }, Due(1, "2026-06-04"), Due(5, "2026-06-07")], Today);

        Assert.AreEqual("Interviews that need you: 2 of yours, 1 to review, 1 of your team past due, 1 of your unit long past due", digest.Title.In(Language.English));
        Assert.AreEqual(
            """
            Yours: WL-202605-000001 (due 2026-06-04), WL-202605-000005 (due 2026-06-07)
            To review: WL-202605-000002 (due 2026-06-07)
            Your team: WL-202605-000003 (due 2026-06-01)
            Your unit: WL-202605-000004 (due 2026-05-25)
            """.ReplaceLineEndings("\n"),
            digest.BodyIn(Language.English));
        Assert.AreEqual("対応が必要なヒアリング：ご担当 2 件、確認待ち 1 件、チームの期限後 1 件、部署の長期期限後 1 件", digest.Title.In(Language.Japanese));
        Assert.AreEqual(
            """
            ご担当：WL-202605-000001（期限 2026-06-04）、WL-202605-000005（期限 2026-06-07）
            確認待ち：WL-202605-000002（期限 2026-06-07）
            チーム：WL-202605-000003（期限 2026-06-01）
            部署：WL-202605-000004（期限 2026-05-25）
            """.ReplaceLineEndings("\n"),
            digest.BodyIn(Language.Japanese));
    }

    [TestMethod]
    [DataRow(10, "Yours: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10")]
    [DataRow(11, "Yours: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10|And 1 more.")]
    [DataRow(250, "Yours: 1, 2, 3, 4, 5, 6, 7, 8, 9, 10|And 240 more.")]
    public void Names_ten_and_counts_the_rest(int count, string expected)
    {
        var digest = new Digest(Enumerable.Range(1, count).Select(number => Due(number, "2026-06-04")), Today);

        var body = digest.BodyIn(Language.English).Replace(" (due 2026-06-04)", "", StringComparison.Ordinal).Replace("WL-202605-", "", StringComparison.Ordinal);
        Assert.AreEqual(expected, string.Join('|', body.Split('\n').Select(line => line.Replace("0000", "", StringComparison.Ordinal).Replace(" 0", " ", StringComparison.Ordinal))));
        Assert.HasCount(count, digest.Interviews);
    }

    [TestMethod]
    [DataRow(Language.English)]
    [DataRow(Language.Japanese)]
    public void Fits_into_the_500_characters_that_a_notification_has(Language language)
    {
        var days = new[] { "2026-06-04", "2026-06-01", "2026-05-25" };
        var digest = new Digest(Enumerable.Range(1, 9_999).Select(number => Due(number, days[number % 3]) with { IsSubmitted = number % 4 == 0 }), Today);

        Assert.IsLessThanOrEqualTo(500, digest.BodyIn(language).Length);
        Assert.IsLessThanOrEqualTo(256, digest.Title.In(language).Length);
    }

    private static DueInterview Due(int number, string dueOn) =>
        new(Id(number), $"WL-202605-{number:D6}", Day(dueOn), new ReminderChain(Id(1), null, [], null)) { IsOpen = true };
}
