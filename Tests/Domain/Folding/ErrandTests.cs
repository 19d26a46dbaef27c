using CrmExtensions.Calendar;
using CrmExtensions.Folding;

namespace CrmExtensions.Tests.Folding;

/// <summary>What follows from an errand of the fold protocol (architecture.md 5).</summary>
[TestClass]
public sealed class ErrandTests
{
    private static readonly DateTime Now = new(2026, 5, 11, 1, 0, 0, DateTimeKind.Utc);

    [TestMethod]
    [DataRow(Duty.Promise, Finding.TicketIsNew, "", DisplayName = "the ticket's own job goes on")]
    [DataRow(Duty.Promise, Finding.TicketStands, "LookAtTicket month-2026-04-01")]
    [DataRow(Duty.LookAtTicket, Finding.NoTicket, "", DisplayName = "a fold that begins now has taken it")]
    [DataRow(Duty.LookAtTicket, Finding.TicketIsServed, "")]
    [DataRow(Duty.LookAtTicket, Finding.TicketIsForgotten, "Fold month-2026-04-01")]
    [DataRow(Duty.Fold, Finding.MoreIsLeft, "LookForSuccessor month-2026-04-01")]
    [DataRow(Duty.LookForSuccessor, Finding.NoTicket, "Fold month-2026-04-01")]
    [DataRow(Duty.LookForSuccessor, Finding.TicketIsServed, "", DisplayName = "the next ticket's job writes what is left")]
    [DataRow(Duty.LookForSuccessor, Finding.TicketIsForgotten, "")]
    [DataRow(Duty.Fold, Finding.IsComplete, "Promise quarter-2026-04-01, Promise half-2026-04-01, Promise year-2026-04-01")]
    public void Of_a_month(Duty duty, Finding finding, string expected) => Assert.AreEqual(expected, After("month-2026-04-01", duty, finding));

    [TestMethod]
    [DataRow(Duty.Fold, Finding.IsComplete, "")]
    [DataRow(Duty.Fold, Finding.MoreIsLeft, "LookForSuccessor year-2026-04-01")]
    public void Of_a_year(Duty duty, Finding finding, string expected) => Assert.AreEqual(expected, After("year-2026-04-01", duty, finding));

    [TestMethod]
    [DataRow(null, Finding.NoTicket)]
    [DataRow(0, Finding.TicketIsServed)]
    [DataRow(600, Finding.TicketIsServed)]
    [DataRow(601, Finding.TicketIsForgotten)]
    public void A_ticket_is_forgotten_after_ten_minutes(int? seconds, Finding expected) =>
        Assert.AreEqual(expected, Errands.Judge(seconds is null ? null : Now.AddSeconds(-seconds.Value), Now));

    [TestMethod]
    [DataRow(Finding.MoreIsLeft, 80, false)]
    [DataRow(Finding.MoreIsLeft, 81, true)]
    [DataRow(Finding.IsComplete, 81, false)]
    [DataRow(Finding.Contended, 0, true)]
    public void An_attempt_ends_when_others_are_in_the_way_or_more_is_left_after_eighty_seconds(Finding finding, int seconds, bool expected) =>
        Assert.AreEqual(expected, Errands.EndsAttempt(finding, TimeSpan.FromSeconds(seconds)));

    [TestMethod]
    [DataRow(499, 10_000, true)]
    [DataRow(500, 0, false)]
    [DataRow(0, 10_001, false)]
    public void A_fold_writes_five_hundred_rows_or_for_ten_seconds(int written, int milliseconds, bool expected) =>
        Assert.AreEqual(expected, Fold.MayWrite(written, TimeSpan.FromMilliseconds(milliseconds)));

    private static string After(string period, Duty duty, Finding finding) => string.Join(", ", Errands
        .After(new Errand(duty, Period.Parse(period)), finding, month => month.Above(4))
        .Select(errand => errand.Duty + " " + errand.Period.Key));
}
