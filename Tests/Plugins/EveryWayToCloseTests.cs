using CrmExtensions.Local.Sales;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Each close path, under every combination of undocumented platform behaviour, with and without the late steps.</summary>
[TestClass]
public sealed class EveryWayToCloseTests
{
    [TestMethod]
    [DataRow("Win", true)]
    [DataRow("Win", false)]
    [DataRow("Lose", true)]
    [DataRow("Lose", false)]
    [DataRow("row", true)]
    [DataRow("row", false)]
    [DataRow("state", true)]
    [DataRow("state", false)]
    public void Gives_exactly_one_interview(string path, bool lateSteps)
    {
        Parallel.ForEach(Behaviors.All, behavior =>
        {
            using var office = new Office(behavior, lateSteps, folds: false);
            var deal = office.Deal();

            Close(office, deal, path);
            if (IsCaughtInTransaction(path, lateSteps, behavior))
            {
                Assert.HasCount(1, office.Interviews(deal), $"in the transaction, {behavior}");
            }

            office.Org.RunJobs();
            if (IsCaughtByJobs(path, lateSteps, behavior))
            {
                Assert.HasCount(1, office.Interviews(deal), $"after the jobs, {behavior}");
            }

            office.Sweep();
            AssertOnlyCurrent(office, deal, 1, path == "Lose" ? "Lost" : "Won", behavior);
            Assert.IsEmpty(office.Org.FailedJobs, behavior.ToString());
        });
    }

    [TestMethod]
    [DataRow("Win", true)]
    [DataRow("Win", false)]
    [DataRow("row", true)]
    [DataRow("row", false)]
    [DataRow("state", true)]
    [DataRow("state", false)]
    public void After_reopening_gives_a_second_one_and_keeps_the_first_as_history(string path, bool lateSteps)
    {
        Parallel.ForEach(Behaviors.All, behavior =>
        {
            using var office = new Office(behavior, lateSteps, folds: false);
            var deal = office.Deal();
            Close(office, deal, path);
            office.Org.RunJobs();
            office.Sweep();

            office.Reopen(deal);
            Assert.AreEqual("Superseded", office.Interviews(deal).Single().FormattedValues[Interview.StatusCode], $"in the transaction, {behavior}");
            office.Org.RunJobs();

            Close(office, deal, path);
            office.Org.RunJobs();
            office.Sweep();
            var history = office.Interviews(deal);
            Assert.HasCount(2, history, behavior.ToString());
            Assert.IsFalse(history[0].GetAttributeValue<bool>(Interview.IsCurrent), behavior.ToString());
            AssertOnlyCurrent(office, deal, 2, "Won", behavior);
        });
    }

    [TestMethod]
    [DataRow("Win", true)]
    [DataRow("Win", false)]
    [DataRow("Lose", true)]
    [DataRow("row", false)]
    [DataRow("row", true)]
    public void Costs_four_service_calls_at_most(string path, bool lateSteps)
    {
        Parallel.ForEach(Behaviors.All, behavior =>
        {
            using var office = new Office(behavior, lateSteps, folds: false);

            Close(office, office.Deal(), path);

            // One more where the row tells no outcome and the state comes after it: only metadata tells then.
            var limit = behavior is { RowTellsOutcome: false, RowBeforeState: true } ? 5 : 4;
            var most = office.Org.Meter.MostServiceCalls.Where(entry => entry.Key is "Win" or "Lose" or "Create opportunityclose").Max(entry => entry.Value);
            Assert.IsLessThanOrEqualTo(limit, most, behavior.ToString());
        });
    }

    [TestMethod]
    public void Costs_three_service_calls_with_one_anchor()
    {
        using var office = new Office(lateSteps: false);

        office.Win(office.Deal());

        Assert.AreEqual(3, office.Org.Meter.MostServiceCalls["Win"]);
    }

    private static void Close(Office office, Guid deal, string path)
    {
        switch (path)
        {
            case "Win":
                office.Win(deal);
                break;
            case "Lose":
                office.Lose(deal);
                break;
            case "row":
                var row = Office.CloseRow(deal);
                row[OpportunityClose.OpportunityStateCode] = new OptionSetValue(Opportunity.StateCodeOption.Won);
                office.Advance(TimeSpan.FromMinutes(1));
                office.Rep.Create(row);
                break;
            default:
                office.SetState(deal, Opportunity.StateCodeOption.Won);
                break;
        }
    }

    private static bool IsCaughtInTransaction(string path, bool lateSteps, CloseBehavior behavior) => path switch
    {
        "row" => true,
        "state" => false,
        _ => behavior.RaisesCreateOfRow || lateSteps,
    };

    private static bool IsCaughtByJobs(string path, bool lateSteps, CloseBehavior behavior) =>
        IsCaughtInTransaction(path, lateSteps, behavior) || path == "state" || behavior.RaisesUpdate;

    private static void AssertOnlyCurrent(Office office, Guid deal, int sequence, string outcome, CloseBehavior behavior)
    {
        var current = office.Interviews(deal).Where(row => row.GetAttributeValue<bool>(Interview.IsCurrent)).ToList();
        Assert.HasCount(1, current, behavior.ToString());
        Assert.AreEqual(sequence, current[0].GetAttributeValue<int>(Interview.CloseSequence), behavior.ToString());
        Assert.AreEqual(outcome, current[0].FormattedValues[Interview.Outcome], behavior.ToString());
        Assert.AreEqual("Not started", current[0].FormattedValues[Interview.StatusCode], behavior.ToString());
    }
}
