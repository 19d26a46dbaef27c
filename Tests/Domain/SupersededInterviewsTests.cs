using CrmExtensions.Closing;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class SupersededInterviewsTests
{
    private const string First = "2026-04-01 10:00";
    private const string Second = "2026-04-02 10:00";

    [TestMethod]
    public void All_of_an_open_opportunity_give_way_except_those_that_did()
    {
        AssertGiveWay("1 2", Opportunity(
            OpportunityState.Open,
            [Close(1, First)],
            Interview(Oc(1), 1),
            NotCurrent(Interview(St(2), 2)),
            Superseded(Interview(St(3), 3))));
    }

    [TestMethod]
    public void The_only_one_of_a_closed_opportunity_stays()
    {
        AssertGiveWay("", Opportunity(OpportunityState.Won, [Close(1, First)], Interview(Oc(1), 1)));
        AssertGiveWay("", Opportunity(OpportunityState.Lost, [], Interview(St(1), 1) with { Outcome = Outcome.Lost }));
        AssertGiveWay("1", Opportunity(OpportunityState.Lost, [], Interview(St(1), 1)));
    }

    [TestMethod]
    public void Of_two_current_ones_that_of_the_newer_close_stays_whatever_was_written_first()
    {
        var older = Interview(Oc(1), 2, createdOn: "2026-04-09 10:00");
        var newer = Interview(Oc(2), 1, createdOn: "2026-04-02 10:00");
        CloseRow[] closes = [Close(1, First), Close(2, Second)];

        AssertGiveWay("2", Opportunity(OpportunityState.Won, closes, older, newer));
        AssertGiveWay("2", Opportunity(OpportunityState.Won, closes, newer, older));
    }

    [TestMethod]
    public void Of_closes_in_the_same_second_the_higher_sequence_stays()
    {
        CloseRow[] closes = [Close(1, First), Close(2, First)];

        AssertGiveWay("1", Opportunity(OpportunityState.Won, closes, Interview(Oc(1), 1), Interview(Oc(2), 2)));
        AssertGiveWay("1", Opportunity(OpportunityState.Won, closes, Interview(Oc(1), 2), Interview(Oc(2), 1)));
    }

    [TestMethod]
    [DataRow("2026-04-02 09:59:59", "1", DisplayName = "written before the row: the row's stays")]
    [DataRow("2026-04-02 10:00:00", "1", DisplayName = "in the same second: the higher sequence, the row's, stays")]
    [DataRow("2026-04-02 10:00:01", "2", DisplayName = "written after the row: it stays")]
    public void One_by_state_is_as_old_as_itself(string createdOn, string givesWay)
    {
        var byState = Interview(St(1), 1, createdOn);
        var ofRow = Interview(Oc(2), 2, createdOn: "2026-04-09 10:00");

        AssertGiveWay(givesWay, Opportunity(OpportunityState.Won, [Close(2, Second)], byState, ofRow));
    }

    [TestMethod]
    public void One_that_is_not_current_gives_way_though_it_is_the_newest()
    {
        AssertGiveWay("2", Opportunity(
            OpportunityState.Won,
            [Close(1, First), Close(2, Second)],
            Interview(Oc(1), 1),
            NotCurrent(Interview(Oc(2), 2))));
    }

    [TestMethod]
    public void Without_a_current_one_all_that_are_alive_give_way()
    {
        AssertGiveWay("1", Opportunity(OpportunityState.Won, [Close(1, First)], NotCurrent(Interview(Oc(1), 1))));
    }

    [TestMethod]
    public void One_that_gave_way_before_neither_stays_nor_goes_again()
    {
        AssertGiveWay("", Opportunity(
            OpportunityState.Won,
            [Close(1, First), Close(2, Second)],
            Interview(Oc(1), 1),
            Interview(Oc(2), 2) with { IsSuperseded = true }));
    }

    // By sequence, which is what the ids are made of.
    private static void AssertGiveWay(string expected, ClosingHistory history) => Assert.AreEqual(
        expected,
        string.Join(' ', InterviewLedger.ToSupersede(history).Select(id => BitConverter.ToInt32(id.ToByteArray()) - 100)));
}
