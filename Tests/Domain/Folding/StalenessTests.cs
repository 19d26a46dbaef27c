using CrmExtensions.Folding;
using CsCheck;

namespace CrmExtensions.Tests.Folding;

/// <summary>When the sweep takes a period for stale (architecture.md 5, self-heal).</summary>
[TestClass]
public sealed class StalenessTests
{
    private static readonly DateTime Now = new(2026, 5, 11, 1, 0, 0, DateTimeKind.Utc);
    private static readonly PeriodFacts Fresh = new() { AsOf = Now };

    [TestMethod]
    public void A_period_that_was_folded_and_has_nothing_newer_is_not() => Assert.AreEqual(StaleCause.None, Staleness.Of(Fresh, Now));

    [TestMethod]
    [DataRow(300, StaleCause.None, DisplayName = "its job may still come")]
    [DataRow(301, StaleCause.Ticket)]
    public void A_ticket_older_than_five_minutes_is_a_reason(int seconds, StaleCause expected) =>
        Assert.AreEqual(expected, Staleness.Of(Fresh with { TicketMadeOn = Now.AddSeconds(-seconds) }, Now));

    [TestMethod]
    public void Rows_left_to_write_are_a_reason() => Assert.AreEqual(StaleCause.More, Staleness.Of(Fresh with { HasMore = true }, Now));

    [TestMethod]
    public void No_fold_at_all_is_a_reason() => Assert.AreEqual(StaleCause.NeverFolded, Staleness.Of(Fresh with { AsOf = null }, Now));

    [TestMethod]
    [DataRow(-300, false)]
    [DataRow(-299, true, DisplayName = "the fold may have begun before it was committed")]
    [DataRow(1, true)]
    public void A_change_less_than_five_minutes_before_the_last_fold_or_later_is_a_reason(int seconds, bool isStale)
    {
        var changed = Now.AddSeconds(seconds);

        Assert.AreEqual(isStale ? StaleCause.Data : StaleCause.None, Staleness.Of(Fresh with { SourceChangedOn = changed }, Now));
        Assert.AreEqual(isStale ? StaleCause.Policy : StaleCause.None, Staleness.Of(Fresh with { PolicyChangedOn = changed }, Now));
        Assert.AreEqual(isStale ? StaleCause.Taxonomy : StaleCause.None, Staleness.Of(Fresh with { TaxonomyChangedOn = changed }, Now));
    }

    // A transaction takes two minutes at most, the clocks of servers differ by a minute, and rows keep whole seconds.
    [TestMethod]
    public void No_change_that_a_fold_has_not_seen_escapes_the_sweep() =>
        Gen.Select(Gen.Double[0, 120], Gen.Double[-60, 60], Gen.Double[0, 120]).Sample((committing, apart, unseen) =>
        {
            var (begun, seconds) = (Now.AddMilliseconds(337), TimeSpan.TicksPerSecond);
            var stamp = begun.AddSeconds(unseen - committing + apart);
            var facts = new PeriodFacts { AsOf = new DateTime(begun.Ticks / seconds * seconds), SourceChangedOn = new DateTime(stamp.Ticks / seconds * seconds) };

            Assert.AreEqual(StaleCause.Data, Staleness.Of(facts, Now));
        });
}
