using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests.Rollups;

/// <summary>wl_RecomputeRollups folds every period again and tells drift, of which there must be none, from what was only behind (architecture.md 5).</summary>
[TestClass]
public sealed class RecomputeTests
{
    private const string April = "month-2026-04-01";

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void Where_all_is_well_every_period_is_folded_and_nothing_changes(bool apiInTransaction)
    {
        using var office = Settled(apiInTransaction);
        var before = Tallies.Stored(office);

        var found = Recomputation.Of(office);

        Assert.AreEqual((5, 5, 0, 0), (found.Calls, found.Folded, found.Changed, found.Drifted));
        Assert.AreEqual(office.Rows(Rollup.Table).Count, found.Compared);
        Assert.IsEmpty(found.Report);
        CollectionAssert.AreEqual(before.ToList(), Tallies.Stored(office).ToList());
    }

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void A_figure_changed_behind_its_back_is_drift_and_put_right(bool apiInTransaction)
    {
        using var office = Settled(apiInTransaction);
        office.System.Update(new Entity(Rollup.Table, All(office, April).Id) { [Rollup.Won] = 9, [Rollup.Tally] = "won=9;lost=0;wonvalue=60.00;lostvalue=0.00" });

        var found = Recomputation.Of(office);

        Assert.AreEqual((1, 1), (found.Changed, found.Drifted));
        Assert.AreEqual($"Drift: {April} · All · 全体 / All: wl_tally was (not shown), is (not shown), wl_won was 9, is 6", found.Report.Single());
        Assert.AreEqual(6, All(office, April).GetAttributeValue<int>(Rollup.Won));
        Assert.AreEqual(0, Recomputation.Of(office).Changed);
    }

    [TestMethod]
    public void A_row_that_is_missing_is_drift_and_written_again()
    {
        using var office = Settled();
        office.System.Delete(Rollup.Table, All(office, "quarter-2026-04-01").Id);

        var found = Recomputation.Of(office);

        Assert.AreEqual((1, 1), (found.Changed, found.Drifted));
        Assert.AreEqual("Drift: quarter-2026-04-01 · All · 全体 / All: the row was missing", found.Report.Single());
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
    }

    [TestMethod]
    public void A_figure_that_may_not_be_shown_is_not_told_by_the_report_of_its_going()
    {
        using var office = Settled();
        office.Policy((Setting.HiddenBelow, 7));
        Settle(office);
        office.System.Update(new Entity(Rollup.Table, All(office, April).Id) { [Rollup.Won] = 6 });

        var found = Recomputation.Of(office);

        Assert.AreEqual($"Drift: {April} · All · 全体 / All: wl_won was (not shown), is (empty)", found.Report.Single());
    }

    [TestMethod]
    public void A_fold_that_is_still_promised_is_no_drift()
    {
        using var office = Settled();
        office.Org.EnableSteps(step => step.Table == FoldTicket.Table, false);
        office.Win(office.Deal(), Day(4, 7), revenue: 10m);
        office.Org.RunJobs();

        var found = Recomputation.Of(office);

        Assert.AreEqual(0, found.Drifted);
        CollectionAssert.AreEqual(
            new[] { "a fold was still promised", "what they sum was changed since, or so shortly before that the fold may have missed it" },
            found.Causes.ToList());
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
        Assert.IsEmpty(office.Rows(FoldTicket.Table));
    }

    [TestMethod]
    public void A_change_whose_job_was_lost_is_no_drift()
    {
        using var office = Settled();
        office.Org.EnableSteps(step => step.IsAsynchronous, false);
        office.Win(office.Deal(), Day(4, 7), revenue: 10m);

        var found = Recomputation.Of(office);

        Assert.AreEqual(0, found.Drifted);
        CollectionAssert.AreEqual(new[] { "what they sum was changed since, or so shortly before that the fold may have missed it" }, found.Causes.ToList());
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
    }

    [TestMethod]
    public void Other_thresholds_are_no_drift()
    {
        using var office = Settled();
        office.Policy((Setting.HiddenBelow, 7));

        var found = Recomputation.Of(office, April, April);

        Assert.AreEqual(0, found.Drifted);
        Assert.Contains($"Not drift: {April}: ", found.Report[0]);
        Assert.EndsWith("the settings were changed since", found.Report[0]);
        Assert.AreEqual("Hidden (too few)", All(office, April).FormattedValues[Rollup.CountState]);
    }

    [TestMethod]
    public void Another_name_is_no_drift()
    {
        using var office = Settled();
        office.System.Update(new Entity(BusinessUnit.Table, office.Unit) { [BusinessUnit.Name] = "Far East" });

        var found = Recomputation.Of(office, April, April);

        Assert.AreEqual(0, found.Drifted);
        Assert.AreEqual($"Not drift: {April}: 1 rows were behind and are written now: something has another name now", found.Report[0]);
    }

    [TestMethod]
    public void A_period_that_takes_several_calls_is_judged_as_it_stood_before_the_first()
    {
        using var office = Settled();
        var rows = office.Rows(Rollup.Table).Where(row => row.GetAttributeValue<string>(Rollup.PeriodKey) == April).ToList();
        rows.ForEach(row => office.System.Update(new Entity(Rollup.Table, row.Id) { [Rollup.Tally] = "won=1;lost=0;wonvalue=1.00;lostvalue=0.00" }));
        office.Org.Meter.AtServiceCall = (_, request) =>
        {
            if (request is UpdateRequest { Target.LogicalName: Rollup.Table })
            {
                office.Advance(TimeSpan.FromSeconds(4));
            }
        };

        var found = Recomputation.Of(office, April, April);

        Assert.IsGreaterThan(8, found.Calls);
        Assert.AreEqual((rows.Count, rows.Count), (found.Changed, found.Drifted), string.Join('\n', found.Report));
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
    }

    [TestMethod]
    public void A_range_leaves_other_periods_alone()
    {
        using var office = Settled();
        office.Win(office.Deal(), Day(1, 7));
        office.Org.RunJobs();
        Settle(office);
        var before = AsOf(office);

        var found = Recomputation.Of(office, "2026-04-15", "2026-04-20");

        Assert.AreEqual(4, found.Folded);
        var refolded = AsOf(office).Except(before).Select(line => line.Split(' ')[0]).Order(StringComparer.Ordinal);
        Assert.AreEqual("half-2026-04-01 month-2026-04-01 quarter-2026-04-01 year-2026-04-01", string.Join(' ', refolded));
        Assert.AreEqual(0, Recomputation.Of(office, "2019-01-01", "2019-12-31").Folded);
    }

    /// <summary>Six deals won in April and one lost in May, folded, swept, and long ago.</summary>
    private static Office Settled(bool apiInTransaction = false)
    {
        var office = new Office(apiInTransaction: apiInTransaction);
        for (var i = 0; i < 6; i++)
        {
            office.Win(office.Deal(), Day(4, 1 + i), revenue: 10m);
        }

        office.Lose(office.Deal(), Day(5, 1));
        office.Org.RunJobs();
        Settle(office);
        return office;
    }

    private static void Settle(Office office)
    {
        for (var hour = 0; hour < 2; hour++)
        {
            office.Advance(TimeSpan.FromHours(1));
            office.Sweep();
        }

        office.Advance(TimeSpan.FromHours(1));
    }

    private static Entity All(Office office, string period) =>
        office.Rows(Rollup.Table).Single(row => row.GetAttributeValue<string>(Rollup.PeriodKey) == period && row.FormattedValues[Rollup.Dimension1] == "All");

    private static List<string> AsOf(Office office) =>
        [.. office.Rows(RollupPeriod.Table).Select(row => $"{row.GetAttributeValue<string>(RollupPeriod.PeriodKey)} {row.GetAttributeValue<DateTime>(RollupPeriod.AsOf):s}")];

    private static DateTime Day(int month, int day) => new(2026, month, day, 3, 0, 0, DateTimeKind.Utc);
}
