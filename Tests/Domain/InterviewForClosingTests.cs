using CrmExtensions.Closing;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class InterviewForClosingTests
{
    private static readonly DateTime Now = Utc("2026-04-03 20:00");

    [TestMethod]
    [DataRow(OpportunityState.Open, DisplayName = "the row before the state")]
    [DataRow(OpportunityState.Lost, DisplayName = "the state before the row")]
    public void A_close_gets_the_interview_that_counts_whichever_is_written_first(OpportunityState state)
    {
        var history = Opportunity(state, [Close(1, "2026-04-01 10:00", Outcome.Lost, actualEnd: "2026-03-31 15:00")]);

        Assert.AreEqual(
            new PlannedInterview(Oc(1), Id(1), Sequence: 1, IsCurrent: true, Outcome.Lost, Day("2026-04-01")),
            InterviewLedger.ForClosing(history, Id(1), Now, Tokyo));
    }

    [TestMethod]
    public void A_close_that_has_its_interview_gets_no_second_though_superseded()
    {
        var history = Opportunity(OpportunityState.Won, [Close(1, "2026-04-01 10:00")], Superseded(Interview(Oc(1).ToUpperInvariant(), 1)));

        Assert.IsNull(InterviewLedger.ForClosing(history, Id(1), Now, Tokyo));
    }

    [TestMethod]
    public void A_close_row_that_is_not_there_gets_none()
    {
        var history = Opportunity(OpportunityState.Won, [Close(1, "2026-04-01 10:00")]);

        Assert.IsNull(InterviewLedger.ForClosing(history, Id(2), Now, Tokyo));
    }

    [TestMethod]
    //       state                  row           interview
    [DataRow(OpportunityState.Open, null, null)]
    [DataRow(OpportunityState.Won, null, Outcome.Won)]
    [DataRow(OpportunityState.Lost, null, Outcome.Lost)]
    [DataRow(OpportunityState.Open, Outcome.Won, Outcome.Won)]
    [DataRow(OpportunityState.Lost, Outcome.Won, Outcome.Won)]
    public void The_row_tells_the_outcome_then_the_state_and_unknown_waits(OpportunityState state, Outcome? row, Outcome? interview)
    {
        var history = Opportunity(state, [Close(1, "2026-04-01 10:00", row)]);

        Assert.AreEqual(interview, InterviewLedger.ForClosing(history, Id(1), Now, Tokyo)?.Outcome);
    }

    [TestMethod]
    //       actual end of the row  close date of the deal  closed on
    [DataRow("2026-03-31 15:00", "2026-02-01", "2026-04-01", DisplayName = "the row's, in Tokyo")]
    [DataRow("2026-03-31 14:59:59", null, "2026-03-31", DisplayName = "the row's, a second earlier")]
    [DataRow(null, "2026-02-01", "2026-02-01", DisplayName = "else the deal's, a date already")]
    [DataRow(null, null, "2026-04-04", DisplayName = "else today's, in Tokyo")]
    public void Closed_on_is_the_first_date_that_anybody_gave(string? ofRow, string? ofDeal, string closedOn)
    {
        var history = Opportunity(OpportunityState.Won, [Close(1, "2026-04-01 10:00", Outcome.Won, ofRow)]) with
        {
            ActualCloseDate = ofDeal is null ? null : Day(ofDeal),
        };

        Assert.AreEqual(Day(closedOn), InterviewLedger.ForClosing(history, Id(1), Now, Tokyo)!.ClosedOn);
    }

    [TestMethod]
    public void A_close_after_a_reopening_gets_the_next_sequence()
    {
        var history = Opportunity(
            OpportunityState.Open,
            [Close(1, "2026-04-01 10:00"), Close(2, "2026-04-02 10:00")],
            Superseded(Interview(Oc(1), 1)));

        var planned = InterviewLedger.ForClosing(history, Id(2), Now, Tokyo)!;

        Assert.AreEqual((Oc(2), 2, true), (planned.CloseKey, planned.Sequence, planned.IsCurrent));
    }

    [TestMethod]
    public void A_close_that_is_not_the_newest_does_not_count()
    {
        var history = Opportunity(OpportunityState.Won, [Close(1, "2026-04-01 10:00"), Close(2, "2026-04-02 10:00")], Interview(Oc(2), 1));

        Assert.IsFalse(InterviewLedger.ForClosing(history, Id(1), Now, Tokyo)!.IsCurrent);
    }

    [TestMethod]
    public void A_row_written_late_is_served_by_the_interview_that_its_close_has()
    {
        var history = Opportunity(
            OpportunityState.Won,
            [Close(1, "2026-04-01 10:00", Outcome.Won, actualEnd: "2026-04-01 09:00")],
            Interview(St(1), 1));

        Assert.IsNull(InterviewLedger.ForClosing(history, Id(1), Now, Tokyo));
    }
}
