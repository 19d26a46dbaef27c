using CrmExtensions.Closing;
using CrmExtensions.Settings;
using CrmExtensions.Texts;

namespace CrmExtensions.Tests;

/// <summary>Product.md 6, B2.</summary>
[TestClass]
public sealed class OverdueGateTests
{
    [TestMethod]
    //                            overdue limit  refused warned
    [DataRow(Enforcement.Off, 99, 5, false, false)]
    [DataRow(Enforcement.Warn, 5, 5, false, false)]
    [DataRow(Enforcement.Warn, 6, 5, false, true)]
    [DataRow(Enforcement.Block, 5, 5, false, false)]
    [DataRow(Enforcement.Block, 6, 5, true, false)]
    [DataRow(Enforcement.Block, 0, 0, false, false)]
    [DataRow(Enforcement.Block, 1, 0, true, false)]
    public void Only_more_than_the_limit_is_too_many(Enforcement enforcement, int overdue, int limit, bool isRefused, bool isWarned)
    {
        var policy = new Policy { Enforcement = enforcement, OverdueLimit = limit };

        Assert.AreEqual(isRefused, OverdueGate.Judge(Numbers(overdue), policy) is not null);
        Assert.AreEqual(isWarned, OverdueGate.Warning(Numbers(overdue), policy) is not null);
    }

    [TestMethod]
    public void The_default_does_nothing() => Assert.IsNull(OverdueGate.Judge(Numbers(99), new Policy()));

    [TestMethod]
    [DataRow(6, 5, Language.English, "This deal cannot be closed yet. You have more overdue interviews (6) than are allowed (5). Please complete them, or ask for a waiver where the customer cannot be heard: WL-1, WL-2, WL-3, WL-4, WL-5 and 1 more.")]
    [DataRow(9, 5, Language.English, "This deal cannot be closed yet. You have more overdue interviews (9) than are allowed (5). Please complete them, or ask for a waiver where the customer cannot be heard: WL-1, WL-2, WL-3, WL-4, WL-5 and 4 more.")]
    [DataRow(5, 3, Language.English, "This deal cannot be closed yet. You have more overdue interviews (5) than are allowed (3). Please complete them, or ask for a waiver where the customer cannot be heard: WL-1, WL-2, WL-3, WL-4, WL-5.")]
    [DataRow(6, 5, Language.Japanese, "この営業案件はまだクローズできません。期限超過のヒアリングが 6 件あり、上限（5 件）を超えています。先に完了するか、伺えないお客さまについては免除を申請してください：WL-1、WL-2、WL-3、WL-4、WL-5、ほか 1 件。")]
    [DataRow(9, 5, Language.Japanese, "この営業案件はまだクローズできません。期限超過のヒアリングが 9 件あり、上限（5 件）を超えています。先に完了するか、伺えないお客さまについては免除を申請してください：WL-1、WL-2、WL-3、WL-4、WL-5、ほか 4 件。")]
    public void The_refusal_names_the_five_oldest_and_what_to_do(int overdue, int limit, Language language, string expected) =>
        Assert.AreEqual(expected, OverdueGate.Judge(Numbers(overdue), new Policy { Enforcement = Enforcement.Block, OverdueLimit = limit })!.In(language));

    [TestMethod]
    public void The_warning_says_the_same_without_the_refusal()
    {
        var warning = OverdueGate.Warning(Numbers(6), new Policy { Enforcement = Enforcement.Warn })!;

        Assert.AreEqual(
            "This deal cannot be closed yet. " + warning.In(Language.English),
            OverdueGate.Judge(Numbers(6), new Policy { Enforcement = Enforcement.Block })!.In(Language.English));
    }

    private static List<string> Numbers(int count) => [.. Enumerable.Range(1, count).Select(number => $"WL-{number}")];
}
