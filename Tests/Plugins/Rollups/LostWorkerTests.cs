using System.Globalization;
using CrmExtensions.Tables;

namespace CrmExtensions.Tests.Rollups;

/// <summary>
/// Ten minutes by the org's clock in which workers are lost at random service calls, others are in the way, jobs come twice or late:
/// the sweep makes the roll-ups exact. FOLD_SOAK gives another number of minutes.
/// </summary>
[TestClass]
public sealed class LostWorkerTests(TestContext test)
{
    private const int Users = 4;

    private static readonly int Minutes =
        int.TryParse(Environment.GetEnvironmentVariable("FOLD_SOAK"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 10;

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void Whatever_is_lost_the_sweep_makes_the_rollups_exact(int seed)
    {
        using var office = new Office(workers: 8);
        var misfortune = new Misfortune(seed);
        var bustle = new Bustle(office, misfortune, [office.Rival("A"), office.Rival("B"), office.Rival("C")]);
        AsyncSteps.Wrap(office.Org, misfortune.Around);
        office.Org.Meter.AtServiceCall = (_, _) => misfortune.AtServiceCall();

        var end = office.Now.AddMinutes(Minutes);
        var users = Enumerable.Range(0, Users).Select(_ => new Thread(() => bustle.Until(end))).ToList();
        users.ForEach(user => user.Start());
        users.ForEach(user => user.Join());
        office.Org.RunJobs(test.CancellationToken);
        misfortune.End();

        test.WriteLine($"{office.Rows(Interview.Table).Count} interviews; {string.Join(", ", misfortune.Happened.Select(pair => $"{pair.Value} {pair.Key}"))}");
        Assert.HasCount(4, misfortune.Happened);
        AssertExactAfterSweeps(office);
    }

    // What the first sweep repairs about interviews is folded by jobs, or by the next.
    private static void AssertExactAfterSweeps(Office office)
    {
        for (var hour = 0; hour < 3; hour++)
        {
            office.Advance(TimeSpan.FromHours(1));
            office.Sweep();
        }

        CollectionAssert.AreEqual(Tallies.Expected(office).ToList(), Tallies.Stored(office).ToList());
        Assert.IsEmpty(office.Rows(FoldTicket.Table));
        Assert.IsTrue(office.Rows(RollupPeriod.Table).All(period => !period.GetAttributeValue<bool>(RollupPeriod.More)));
        var found = Recomputation.Of(office);
        Assert.AreEqual((0, 0), (found.Changed, found.Drifted), string.Join('\n', found.Report));
    }
}
