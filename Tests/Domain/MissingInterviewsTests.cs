using CrmExtensions.Closing;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class MissingInterviewsTests
{
    private const string First = "2026-04-01 10:00";
    private const string Second = "2026-04-02 10:00";
    private const string Third = "2026-04-03 10:00";

    [TestMethod]
    public void Nothing_is_missing_where_the_newest_close_is_served()
    {
        AssertMissing("", Opportunity(OpportunityState.Won, [Close(1, First)], Interview(Oc(1), 1)));
    }

    [TestMethod]
    public void Nothing_is_missing_of_an_opportunity_that_was_never_closed()
    {
        AssertMissing("", Opportunity(OpportunityState.Open, []));
    }

    [TestMethod]
    public void Every_close_without_an_interview_gets_one_oldest_first_and_the_newest_counts()
    {
        var history = Opportunity(
            OpportunityState.Won,
            [Close(3, Third), Close(1, First), Close(2, Second, Outcome.Lost), Close(4, "2026-03-01 10:00")],
            Superseded(Interview(Oc(4), 6)));

        AssertMissing("oc1 #7 Won, oc2 #8 Lost, oc3 #9 Won current", history);
    }

    [TestMethod]
    public void In_the_same_second_the_one_that_counts_comes_last()
    {
        AssertMissing("oc1 #1 Won, oc2 #2 Won current", Opportunity(OpportunityState.Won, [Close(2, First), Close(1, First)]));
    }

    [TestMethod]
    public void The_closes_of_an_open_opportunity_get_interviews_that_do_not_count()
    {
        AssertMissing("oc1 #1 Won, oc2 #2 Won", Opportunity(OpportunityState.Open, [Close(1, First), Close(2, Second)]));
    }

    [TestMethod]
    public void A_close_of_unknown_outcome_waits_until_the_state_tells()
    {
        AssertMissing("oc2 #1 Won", Opportunity(OpportunityState.Open, [Close(1, First, outcome: null), Close(2, Second)]));
        AssertMissing("oc1 #1 Lost current", Opportunity(OpportunityState.Lost, [Close(1, First, outcome: null)]));
    }

    [TestMethod]
    [DataRow(OpportunityState.Won, "st #1 Won current")]
    [DataRow(OpportunityState.Lost, "st #1 Lost current")]
    public void A_deal_closed_without_a_row_gets_an_interview_by_its_state(OpportunityState state, string missing)
    {
        AssertMissing(missing, Opportunity(state, []));
    }

    [TestMethod]
    public void A_deal_closed_without_a_row_again_gets_the_next_sequence_in_its_key_too()
    {
        var history = Opportunity(OpportunityState.Won, [], Superseded(Interview(St(1), 1)), Superseded(Interview(Oc(9), 4)));

        AssertMissing("st #5 Won current", history);
    }

    [TestMethod]
    public void A_deal_closed_again_without_a_row_is_seen_by_the_newest_row_being_served_and_spent()
    {
        var history = Opportunity(OpportunityState.Lost, [Close(1, First), Close(2, Second)], Superseded(Interview(Oc(2), 1)));

        AssertMissing("oc1 #2 Won, st #3 Lost current", history);
    }

    [TestMethod]
    public void An_interview_that_is_alive_but_not_current_does_not_stand_for_the_close()
    {
        AssertMissing("st #2 Won current", Opportunity(OpportunityState.Won, [Close(1, First)], NotCurrent(Interview(Oc(1), 1))));
    }

    [TestMethod]
    public void A_deal_whose_older_close_is_missing_keeps_the_interview_that_counts()
    {
        AssertMissing("oc1 #2 Won", Opportunity(OpportunityState.Won, [Close(1, First), Close(2, Second)], Interview(Oc(2), 1)));
    }

    // The interview by state says won, on 1 April in Tokyo.
    [TestMethod]
    //       outcome      actual end             missing
    [DataRow(Outcome.Won, "2026-04-01 09:00", "", DisplayName = "same outcome, same date")]
    [DataRow(Outcome.Won, "2026-03-31 15:00", "", DisplayName = "same outcome, the first moment of the date")]
    [DataRow(Outcome.Won, "2026-04-01 15:00", "oc1 #2 Won current", DisplayName = "the next day")]
    [DataRow(Outcome.Won, "2026-03-31 14:59:59", "oc1 #2 Won current", DisplayName = "the day before")]
    [DataRow(Outcome.Lost, "2026-04-01 09:00", "oc1 #2 Lost", DisplayName = "another outcome: an earlier close, whose reopening nobody noticed")]
    [DataRow(null, "2026-04-01 09:00", "", DisplayName = "no outcome: the deal's own")]
    public void A_row_written_late_is_a_close_of_its_own_only_where_it_tells_something_else(Outcome? outcome, string actualEnd, string missing)
    {
        AssertMissing(missing, Opportunity(OpportunityState.Won, [Close(1, Second, outcome, actualEnd)], Interview(St(1), 1)));
    }

    [TestMethod]
    public void A_row_written_late_is_noted_on_the_interview_so_that_it_stays_served_for_good()
    {
        CloseRow[] closes = [Close(1, Second, Outcome.Won, actualEnd: First), Close(2, Second, Outcome.Won, actualEnd: First)];
        var byState = Interview(St(1), 1);

        var late = InterviewLedger.LateRows(Opportunity(OpportunityState.Won, closes, byState), Utc("2026-04-10 10:00"), Tokyo);

        CollectionAssert.AreEqual(new[] { new LateRow(byState.Id, Id(1)) }, late.ToList());
        var noted = Superseded(byState with { LateCloseId = Id(1) });
        AssertMissing("st #2 Lost current", Opportunity(OpportunityState.Lost, [closes[0]], noted));
        Assert.IsTrue(Opportunity(OpportunityState.Won, [closes[0]], byState with { LateCloseId = Id(1) }).IsSettled);
    }

    [TestMethod]
    public void An_interview_of_the_other_outcome_does_not_stand_in_for_the_close_that_left_no_row()
    {
        AssertMissing("st #2 Lost current", Opportunity(OpportunityState.Lost, [], Interview(St(1), 1)));
        AssertMissing("oc1 #1 Lost, st #2 Won current", Opportunity(OpportunityState.Won, [Close(1, Second, Outcome.Lost)]));
    }

    [TestMethod]
    public void A_row_written_late_without_a_date_is_served_by_the_date_of_the_deal()
    {
        var history = Opportunity(OpportunityState.Won, [Close(1, Second)], Interview(St(1), 1));

        AssertMissing("", history with { ActualCloseDate = Day("2026-04-01") });
        AssertMissing("oc1 #2 Won current", history with { ActualCloseDate = Day("2026-04-02") });
    }

    [TestMethod]
    public void A_row_is_not_served_by_an_interview_by_state_that_is_spent_nor_by_that_of_another_row()
    {
        CloseRow[] closes = [Close(1, First, Outcome.Won, actualEnd: First)];

        AssertMissing("oc1 #2 Won current", Opportunity(OpportunityState.Won, closes, Superseded(Interview(St(1), 1))));
        AssertMissing("oc1 #2 Won current", Opportunity(OpportunityState.Won, closes, NotCurrent(Interview(St(1), 1))));
        AssertMissing("oc1 #2 Won current", Opportunity(OpportunityState.Won, closes, Interview(Oc(8), 1)));
    }

    [TestMethod]
    public void A_close_without_any_date_is_dated_today_in_the_business_zone()
    {
        var missing = InterviewLedger.Missing(Opportunity(OpportunityState.Won, []), Utc("2026-03-31 15:00"), Tokyo);

        Assert.AreEqual(Day("2026-04-01"), missing[0].ClosedOn);
    }

    private static void AssertMissing(string expected, ClosingHistory history) => Assert.AreEqual(
        expected,
        string.Join(", ", InterviewLedger.Missing(history, Utc("2026-04-10 10:00"), Tokyo).Select(Words)));

    private static string Words(PlannedInterview planned)
    {
        var isOfRow = planned.CloseId is not null;
        Assert.AreEqual(isOfRow ? CloseKeys.Of(planned.CloseId!.Value) : St(planned.Sequence), planned.CloseKey);
        var name = isOfRow ? "oc" + BitConverter.ToInt32(planned.CloseId!.Value.ToByteArray()) : "st";
        return $"{name} #{planned.Sequence} {planned.Outcome}{(planned.IsCurrent ? " current" : "")}";
    }
}
