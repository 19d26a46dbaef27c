using CrmExtensions.Closing;
using static CrmExtensions.Tests.Given;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class ClosingHistoryTests
{
    private const string Ten = "2026-04-01 10:00:00";
    private const string Later = "2026-04-01 10:00:01";

    [TestMethod]
    public void An_opportunity_that_was_never_closed_has_no_newest_close()
    {
        Assert.IsNull(Opportunity(OpportunityState.Open, []).NewestClose);
    }

    [TestMethod]
    public void The_newest_close_is_the_one_written_last()
    {
        // The older one has the higher id and lacks an interview, and still is the older.
        var history = Opportunity(OpportunityState.Won, [Close(1, Later), Close(2, Ten)], Interview(Oc(1), 1));

        Assert.AreEqual(Id(1), history.NewestClose!.Id);
    }

    [TestMethod]
    public void In_the_same_second_the_close_without_an_interview_is_newer()
    {
        var history = Opportunity(OpportunityState.Won, [Close(1, Ten), Close(2, Ten), Close(3, Ten)], Interview(Oc(2), 1), Interview(Oc(3), 2));

        Assert.AreEqual(Id(1), history.NewestClose!.Id);
    }

    [TestMethod]
    public void In_the_same_second_the_close_with_the_higher_sequence_is_newer()
    {
        var history = Opportunity(OpportunityState.Won, [Close(1, Ten), Close(2, Ten), Close(3, Ten)], Interview(Oc(1), 2), Interview(Oc(2), 3), Interview(Oc(3), 1));

        Assert.AreEqual(Id(2), history.NewestClose!.Id);
    }

    [TestMethod]
    public void In_the_same_second_and_without_interviews_the_id_decides()
    {
        Assert.AreEqual(Id(3), Opportunity(OpportunityState.Won, [Close(1, Ten), Close(3, Ten), Close(2, Ten)]).NewestClose!.Id);
    }

    [TestMethod]
    [DataRow(OpportunityState.Open, null)]
    [DataRow(OpportunityState.Won, Outcome.Won)]
    [DataRow(OpportunityState.Lost, Outcome.Lost)]
    public void The_state_tells_the_outcome_unless_it_is_open(OpportunityState state, Outcome? outcome)
    {
        Assert.AreEqual(outcome, Opportunity(state, []).OutcomeByState);
    }

    [TestMethod]
    public void The_first_sequence_is_1()
    {
        Assert.AreEqual(1, Opportunity(OpportunityState.Open, []).NextSequence);
    }

    [TestMethod]
    public void The_next_sequence_follows_the_highest_that_was_ever_given()
    {
        var history = Opportunity(OpportunityState.Open, [], Superseded(Interview(St(7), 7)), Interview(Oc(1), 2));

        Assert.AreEqual(8, history.NextSequence);
    }

    [TestMethod]
    public void A_close_row_finds_its_interview_by_key_without_case()
    {
        var interview = Interview(Oc(0xabc).ToUpperInvariant(), 1);
        var history = Opportunity(OpportunityState.Won, [], Interview(Oc(1), 2), interview);

        Assert.AreEqual(interview, history.InterviewOf(Close(0xabc, Ten)));
        Assert.IsNull(history.InterviewOf(Close(0xabd, Ten)));
    }

    [TestMethod]
    public void Knowing_the_outcome_of_one_close_leaves_the_others_as_they_were()
    {
        var history = Opportunity(OpportunityState.Open, [Close(1, Ten, outcome: null), Close(2, Ten, outcome: null)]);

        var knowing = history.Knowing(history.Closes[1], Outcome.Lost);

        Assert.AreEqual((null, Outcome.Lost), (knowing.Closes[0].Outcome, knowing.Closes[1].Outcome));
        Assert.IsNull(history.Closes[1].Outcome);
    }

    [TestMethod]
    public void An_open_opportunity_is_settled_when_no_interview_is_alive()
    {
        Assert.IsTrue(Opportunity(OpportunityState.Open, []).IsSettled);
        Assert.IsTrue(Opportunity(OpportunityState.Open, [Close(1, Ten)], Superseded(Interview(Oc(1), 1))).IsSettled);
        Assert.IsFalse(Opportunity(OpportunityState.Open, [Close(1, Ten)], Interview(Oc(1), 1)).IsSettled);
        Assert.IsFalse(Opportunity(OpportunityState.Open, [Close(1, Ten)], NotCurrent(Interview(Oc(1), 1))).IsSettled);
        Assert.IsFalse(Opportunity(OpportunityState.Open, [Close(1, Ten)]).IsSettled, "a close row without an interview");
    }

    [TestMethod]
    [DataRow(OpportunityState.Won, Outcome.Won, Outcome.Lost)]
    [DataRow(OpportunityState.Lost, Outcome.Lost, Outcome.Won)]
    public void A_closed_opportunity_is_settled_when_one_interview_is_alive_current_and_of_its_outcome(OpportunityState state, Outcome outcome, Outcome other)
    {
        CloseRow[] closes = [Close(1, Ten), Close(2, Later)];
        var (first, second) = (Interview(Oc(1), 1) with { Outcome = outcome }, Interview(Oc(2), 2) with { Outcome = outcome });

        Assert.IsTrue(Opportunity(state, closes, Superseded(first), second).IsSettled);
        Assert.IsFalse(Opportunity(state, closes, first, second).IsSettled, "two are current");
        Assert.IsFalse(Opportunity(state, closes, NotCurrent(first), second).IsSettled, "two are alive");
        Assert.IsFalse(Opportunity(state, closes, Superseded(first), NotCurrent(second)).IsSettled, "none is current");
        Assert.IsFalse(Opportunity(state, closes, Superseded(first), Superseded(second)).IsSettled, "none is alive");
        Assert.IsFalse(Opportunity(state, closes, second).IsSettled, "the older close row has none");
        Assert.IsFalse(Opportunity(state, []).IsSettled, "there is none");
        Assert.IsFalse(Opportunity(state, closes, Superseded(first), second with { Outcome = other }).IsSettled, "it is of the other outcome");
    }

    [TestMethod]
    public void A_close_that_left_no_row_is_settled_by_its_own_interview()
    {
        Assert.IsTrue(Opportunity(OpportunityState.Won, [], Interview(St(1), 1)).IsSettled);
    }
}
