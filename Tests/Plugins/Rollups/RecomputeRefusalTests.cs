using CrmExtensions.Tables;
using CrmExtensions.Tests.Interviews;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Rollups;

/// <summary>What wl_RecomputeRollups refuses, and to whom; a refusal changes nothing.</summary>
[TestClass]
public sealed class RecomputeRefusalTests
{
    private const string From = "From";
    private const string To = "To";
    private const string Token = "ContinuationToken";

    [TestMethod]
    [DataRow(1033, From, "tomorrow", "'tomorrow' is neither a date such as 2026-04-01 nor the key of a period")]
    [DataRow(1041, From, "4月", "「4月」は 2026-04-01 のような日付でも")]
    [DataRow(1033, To, "month-2026-04-31", "'month-2026-04-31' is neither a date")]
    [DataRow(1041, To, "2026/04/01", "「2026/04/01」は 2026-04-01 のような日付でも")]
    [DataRow(1033, Token, "months:", "'months:' is no continuation token of this operation.")]
    [DataRow(1041, Token, "month-2026-04-01+Yesterday", "「month-2026-04-01+Yesterday」は続きのトークンではありません。")]
    public void What_cannot_be_meant_is_refused_in_the_callers_language(int language, string parameter, string value, string refusal)
    {
        using var office = new Office();

        Assert.Contains(refusal, Refusal(office, language, (parameter, value)));
    }

    [TestMethod]
    [DataRow(1033, "The range begins on 2026-05-01 and ends before that, on 2026-04-30.")]
    [DataRow(1041, "範囲の開始日 2026-05-01 より終了日 2026-04-30 が前になっています。")]
    public void A_range_that_ends_before_it_begins_is_refused(int language, string refusal)
    {
        using var office = new Office();

        Assert.Contains(refusal, Refusal(office, language, (From, "month-2026-05-01"), (To, "month-2026-04-01")));
    }

    [TestMethod]
    public void A_token_of_another_range_is_refused()
    {
        using var office = new Office();

        Assert.Contains("is no continuation token", Refusal(office, 1033, (From, "2026-05-01"), (Token, "month-2026-04-01")));
    }

    [TestMethod]
    public void It_is_refused_to_who_may_not_write_settings()
    {
        using var office = new Office();

        Assert.Contains("prvWritewl_Setting", Desk.Refusal(() => Recomputation.Call(office.Rep)));
        Assert.Contains("prvWritewl_Setting", Desk.Refusal(() => Recomputation.Call(office.Manager)));
        Assert.Contains("prvWritewl_Setting", Desk.Refusal(() => Recomputation.Call(office.Marketer)));
    }

    [TestMethod]
    public void The_program_owner_may_call_it()
    {
        using var office = new Office();
        office.Win(office.Deal());
        office.Org.RunJobs();

        var found = Recomputation.Of(office.Org.As(office.Org.AddUser("Owner", null, ["WL Program Owner", "Basic User"])));

        Assert.AreEqual((4, 0), (found.Folded, found.Drifted));
    }

    private static string Refusal(Office office, int language, params (string Name, string? Value)[] parameters)
    {
        office.Win(office.Deal());
        var caller = office.Org.AddUser("Operator", office.Unit, ["System Administrator"]);
        office.System.Create(new Entity(UserSettings.Table, caller) { [UserSettings.UILanguageId] = language });

        var refusal = Desk.Refusal(() => Recomputation.Call(office.Org.As(caller), parameters));

        Assert.IsEmpty(office.Rows(RollupPeriod.Table));
        return refusal;
    }
}
