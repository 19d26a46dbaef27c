using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;

namespace CrmExtensions.Tests;

/// <summary>Where no document says what the platform makes of a narrower column over rows, the import is refused by name, and the org is as it was.</summary>
[TestClass]
public sealed class UpgradeRefusalTests
{
    [TestMethod]
    [DataRow("wl_VaguePhrase", "wl_MessageEn", "MaxLength", "7", "a shorter text of wl_vaguephrase.wl_messageen")]
    [DataRow("wl_VaguePhrase", "wl_MessageEn", "Type", "int", "another type of wl_vaguephrase.wl_messageen")]
    [DataRow("wl_Rollup", "wl_WinRate", "Accuracy", "5", "other decimals of wl_rollup.wl_winrate")]
    public void A_column_that_has_become_another(string table, string column, string element, string value, string words)
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();

        Refused(place, solution, () => solution.EditColumn(table, column, found => found.SetElementValue(element, value)), words);
    }

    [TestMethod]
    public void A_lookup_that_may_point_to_more_tables()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();

        Refused(place, solution, () => solution.AddRelationship("Contact", "wl_Interview", "wl_AccountId"), "another type of wl_interview.wl_accountid");
    }

    [TestMethod]
    public void An_alternate_key_of_other_columns()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();

        Refused(place, solution, () => solution.Edit("Entities/wl_VaguePhrase/Entity.xml", root => root.Descendants("AttributeName").Single().Value = VaguePhrase.Name), "other columns of the alternate key wl_vaguephrase.");
    }

    [TestMethod]
    public void An_alternate_key_over_values_that_rows_hold_twice()
    {
        using var solution = new SolutionCopy();
        using var place = new KeptOrg();

        Refused(place, solution, () => solution.AddKey("wl_VaguePhrase", "wl_ByLocale", VaguePhrase.MessageEn), "an alternate key over values that rows hold twice");
    }

    private static void Refused(KeptOrg place, SolutionCopy solution, Action change, string words)
    {
        var zip = solution.Zip();
        IReadOnlyList<string> before;
        using (var first = place.Open(zip))
        {
            first.System.Add(VaguePhrase.Table, (VaguePhrase.PhraseKey, "a"), (VaguePhrase.MessageEn, "the same"));
            first.System.Add(VaguePhrase.Table, (VaguePhrase.PhraseKey, "b"), (VaguePhrase.MessageEn, "the same"));
            before = Demonstration.RowsOf(first);
        }

        change();
        var refusal = Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => place.Open(solution.Zip()));

        Assert.Contains(words, refusal.Message);
        using var again = place.Open(zip);
        CollectionAssert.AreEqual(before.ToArray(), Demonstration.RowsOf(again).ToArray());
    }
}
