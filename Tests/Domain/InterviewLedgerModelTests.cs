using CrmExtensions.Closing;
using CsCheck;

namespace CrmExtensions.Tests;

/// <summary>Whatever happens to an opportunity in whatever order, reconciling it ends, and ends right.</summary>
[TestClass]
public sealed class InterviewLedgerModelTests
{
    private const int Day = 24 * 60 * 60;

    private static readonly Gen<Incident> AnyIncident = Incidents(Gen.Enum<Happening>(), Gen.OneOf(0, 1, 3600, Day));

    // Every close has its own second and a date, and no row is written late: then there is no doubt which close is the last.
    private static readonly Gen<Incident> PlainIncident =
        Incidents(
            Gen.OneOf(Happening.CloseWithRow, Happening.CloseByBareState, Happening.Reopen, Happening.ReopenUnnoticed, Happening.Reconcile),
            Gen.OneOf(1, 3600, Day))
        .Select(incident => incident with { DaysAgo = incident.DaysAgo ?? 0, DealDated = true });

    [TestMethod]
    public void Reconciling_ends_within_five_rounds_with_one_interview_that_counts_or_none()
    {
        AnyIncident.Array[0, 12].Sample(
            incidents =>
            {
                var opportunity = After(incidents);

                opportunity.Reconcile();

                AssertRight(opportunity.History);
                Assert.AreEqual(0, opportunity.Reconcile(), "a second reconcile changed something");
            },
            iter: 20_000,
            print: Print);
    }

    [TestMethod]
    public void Reconciling_again_another_day_changes_nothing_where_closes_have_dates()
    {
        AnyIncident.Select(incident => incident with { DaysAgo = incident.DaysAgo ?? 0, DealDated = true }).Array[0, 12].Sample(
            incidents =>
            {
                var opportunity = After(incidents);
                opportunity.Reconcile();

                opportunity.Pass(TimeSpan.FromDays(3));

                Assert.AreEqual(0, opportunity.Reconcile());
            },
            iter: 10_000,
            print: Print);
    }

    [TestMethod]
    public void The_interview_that_counts_is_that_of_the_last_close()
    {
        PlainIncident.Array[1, 12].Sample(
            incidents =>
            {
                var opportunity = After(incidents);
                opportunity.Reconcile();

                if (opportunity.LastClose is { } last && (last.HasRow || incidents.All(LeavesNoDoubt)))
                {
                    var counts = opportunity.History.Interviews.Single(row => row.IsCurrent);
                    Assert.AreEqual((last.Outcome, last.ClosedOn), (counts.Outcome, counts.ClosedOn));
                }
            },
            iter: 10_000,
            print: Print);
    }

    [TestMethod]
    public void A_close_that_was_served_leaves_reconciling_nothing_to_do()
    {
        PlainIncident.Where(incident => incident.What is not (Happening.CloseByBareState or Happening.ReopenUnnoticed))
            .Select(incident => incident with { Served = true }).Array[1, 12].Sample(
            incidents => After(incidents).Reconcile() == 0,
            iter: 10_000,
            print: Print);
    }

    private static Gen<Incident> Incidents(Gen<Happening> what, Gen<int> secondsLater) => Gen.Select(
        what,
        secondsLater,
        Gen.Enum<Outcome>(),
        Gen.Select(Gen.Bool, Gen.Bool, Gen.Bool, Gen.Bool),
        Gen.Int[0, 2].Nullable(0.3),
        Gen.Int[0, 9],
        (happening, seconds, outcome, flags, daysAgo, rank) =>
            new Incident(happening, seconds, outcome, flags.Item1, flags.Item2, flags.Item3, daysAgo, flags.Item4, rank));

    // A bare state is known by everything before it being done: nobody can tell it from a row that waits for its interview,
    // nor from the close before a reopening that went unnoticed.
    private static bool LeavesNoDoubt(Incident incident) =>
        incident.What != Happening.ReopenUnnoticed && (incident.What != Happening.CloseWithRow || incident.Served);

    private static OpportunityModel After(Incident[] incidents)
    {
        var opportunity = new OpportunityModel();
        foreach (var incident in incidents)
        {
            opportunity.Happens(incident);
        }

        return opportunity;
    }

    private static void AssertRight(ClosingHistory history)
    {
        var alive = history.Interviews.Where(row => !row.IsSuperseded).ToList();
        Assert.HasCount(history.State == OpportunityState.Open ? 0 : 1, alive);
        Assert.IsTrue(alive.TrueForAll(row => row.IsCurrent), "the one alive is not current");
        Assert.AreEqual(alive.Count, history.Interviews.Count(row => row.IsCurrent), "one is current that gave way");
        Assert.AreEqual(history.Interviews.Count, history.Interviews.Select(row => row.CloseKey).Distinct(StringComparer.OrdinalIgnoreCase).Count(), "keys");
        Assert.AreEqual(history.Interviews.Count, history.Interviews.Select(row => row.Sequence).Distinct().Count(), "sequences");
    }

    private static string Print(Incident[] incidents) => string.Join('\n', incidents.Select(incident => incident.ToString()));
}
