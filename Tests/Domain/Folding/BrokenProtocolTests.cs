using CrmExtensions.Calendar;
using CrmExtensions.Folding;

namespace CrmExtensions.Tests.Folding;

/// <summary>The model finds what is wrong with protocols that are wrong: a check that cannot fail proves nothing.</summary>
[TestClass]
public sealed class BrokenProtocolTests
{
    private static readonly Scenario Calm = Scenarios.Month with { Above = [Grain.Quarter] };
    private static readonly Scenario Crash = Calm with { Crashes = 1 };

    [TestMethod]
    public void A_ticket_taken_after_the_reading_loses_a_change() => Fails(
        "A period is not exact.",
        Calm,
        Protocol.Shipped with { Acts = [FoldAct.NoteTime, FoldAct.Read, FoldAct.TakeTicket, FoldAct.Write, FoldAct.Mark] });

    [TestMethod]
    public void A_time_noted_at_the_end_hides_a_change_from_the_sweep() => Fails(
        "After the sweep: A period is not exact.",
        Crash,
        Protocol.Shipped with { Acts = [FoldAct.TakeTicket, FoldAct.Read, FoldAct.Write, FoldAct.NoteTime, FoldAct.Mark] });

    [TestMethod]
    public void A_ticket_opened_before_the_commit_loses_the_change() => Fails(
        "A period is not exact.",
        Calm,
        Protocol.Shipped with { PromisesAfterCommit = false });

    [TestMethod]
    public void Folds_without_a_lock_write_older_data_over_newer() => Fails(
        "A period is not exact.",
        Calm with { Duplicates = 1 },
        Protocol.Shipped with { Locks = false });

    [TestMethod]
    public void A_fold_that_promises_nothing_above_leaves_the_quarter_behind() => Fails(
        "A period is not exact.",
        Calm,
        Protocol.Shipped with { After = (errand, finding, _) => Errands.After(errand, finding, _ => []) });

    [TestMethod]
    public void Rows_left_to_write_that_nobody_writes_stay_behind() => Fails(
        "A period is not exact.",
        Calm with { WritesAFold = 1 },
        Protocol.Shipped with { After = (errand, finding, above) => finding == Finding.MoreIsLeft ? [] : Errands.After(errand, finding, above) });

    [TestMethod]
    public void A_sweep_blind_to_rows_left_to_write_leaves_them() => Fails(
        "After the sweep: A period is not exact.",
        Crash with { WritesAFold = 1 },
        Protocol.Shipped with { Sweep = (facts, now) => Staleness.Of(facts with { HasMore = false }, now) });

    [TestMethod]
    public void A_sweep_blind_to_newer_data_leaves_what_a_lost_job_had_to_promise() => Fails(
        "After the sweep: A period is not exact.",
        Crash,
        Protocol.Shipped with { Sweep = (facts, now) => Staleness.Of(facts with { SourceChangedOn = null }, now) });

    [TestMethod]
    public void A_sweep_blind_to_tickets_leaves_them() => Fails(
        "After the sweep: A ticket is left.",
        Crash,
        Protocol.Shipped with { Sweep = (facts, now) => Staleness.Of(facts with { TicketMadeOn = null }, now) });

    private static void Fails(string complaint, Scenario scenario, Protocol broken)
    {
        Assert.IsNull(new Checker(scenario, Protocol.Shipped).Counterexample());

        var found = new Checker(scenario, broken).Counterexample();

        Assert.IsNotNull(found);
        Assert.StartsWith(complaint, found);
    }
}
