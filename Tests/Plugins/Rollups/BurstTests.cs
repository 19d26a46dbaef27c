using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Rollups;

/// <summary>Many closes of one month at once (issue 5, numbers to reach, at small scale).</summary>
[TestClass]
public sealed class BurstTests(TestContext test)
{
    private const int Closers = 8;
    private const int Closes = 400;

    [TestMethod]
    public void Four_hundred_closes_by_eight_people_cost_few_folds_one_at_a_time_and_drift_nowhere()
    {
        using var office = new Office(workers: 8);
        var deals = Enumerable.Range(0, Closes).Select(i => office.Deal(1000m + i)).ToList();
        var watch = new FoldWatch();
        office.Org.Meter.AtServiceCall = (_, request) => watch.AtServiceCall(request);

        var began = watch.Now;
        Parallel.ForEach(deals, new ParallelOptions { MaxDegreeOfParallelism = Closers }, deal => Win(office, deal));
        office.Org.RunJobs(test.CancellationToken);
        office.Org.Meter.AtServiceCall = null;

        Assert.IsEmpty(office.Org.FailedJobs, string.Join("; ", office.Org.FailedJobs));
        Assert.AreEqual(1, watch.MostAsking);
        AssertBounded(watch.Folds[Month(office)], watch.LastPromise - began, watch.LastPromise);
        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
        Assert.IsEmpty(office.Rows(FoldTicket.Table));
        Assert.AreEqual(0, Recomputation.Of(office).Drifted);
    }

    // The last promise may have waited for one fold, and then opened the ticket of the next.
    private void AssertBounded(IReadOnlyCollection<(TimeSpan From, TimeSpan To)> folds, TimeSpan burst, TimeSpan lastPromise)
    {
        var one = folds.Average(fold => (fold.To - fold.From).TotalSeconds);
        test.WriteLine($"{folds.Count} folds of {one:0.000} s in a burst of {burst.TotalSeconds:0.000} s");
        Assert.IsLessThanOrEqualTo(2, folds.Count(fold => fold.From > lastPromise));
        Assert.IsLessThanOrEqualTo(2 + (2 * burst.TotalSeconds / one), folds.Count);
    }

    // With a clock that stands still: otherwise jobs that run meanwhile would seem to take minutes.
    private static void Win(Office office, Guid deal) => office.Rep.Execute(new OrganizationRequest("WinOpportunity")
    {
        ["OpportunityClose"] = Office.CloseRow(deal, new DateTime(2026, 4, 7, 3, 0, 0, DateTimeKind.Utc)),
        ["Status"] = new OptionSetValue(-1),
    });

    private static Guid Month(Office office) =>
        office.Rows(RollupPeriod.Table).Single(row => row.GetAttributeValue<string>(RollupPeriod.PeriodKey) == "month-2026-04-01").Id;
}
