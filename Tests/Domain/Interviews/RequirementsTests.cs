using CrmExtensions.Interviews;
using CrmExtensions.Texts;
using static CrmExtensions.Tests.Answers;

namespace CrmExtensions.Tests;

/// <summary>Every required cell of product.md 5.2, alone.</summary>
[TestClass]
public sealed class RequirementsTests
{
    [TestMethod]
    public void A_complete_interview_lacks_nothing()
    {
        Assert.AreEqual("", Missing(Won));
        Assert.AreEqual("", Missing(Lost));
        Assert.IsNull(Requirements.Refuse(Requirements.ForCompletion(Won, Today)));
    }

    [TestMethod]
    public void The_reflection_asks_who_won_only_of_what_was_lost_to_a_competitor()
    {
        Assert.AreEqual("LossOutcome", Missing(Lost with { LossOutcome = null }));
        Assert.AreEqual("Winner", Missing(Lost with { LossOutcome = 0 }));
        Assert.AreEqual("Winner", Missing(Lost with { LossOutcome = 0, Competitors = [new(true, false)] }));
        Assert.AreEqual("", Missing(Lost with { LossOutcome = 0, Competitors = [new(true, true), new(true, false)] }));
        Assert.AreEqual("Winner", Missing(Lost with { LossOutcome = 0, Competitors = [new(true, true), new(false, true)] }));
        foreach (var elsewhere in new[] { 1, 2, 3, 4, 5, 6 })
        {
            Assert.AreEqual("", Missing(Lost with { LossOutcome = elsewhere }));
        }
    }

    [TestMethod]
    public void The_reflection_asks_for_the_contest_and_its_pattern_where_it_was_close()
    {
        Assert.AreEqual("Contest", Missing(Won with { Contest = null }));
        Assert.AreEqual("ContestPattern", Missing(Won with { Contest = 1 }));
        Assert.AreEqual("", Missing(Won with { Contest = 1, ContestPattern = 0 }));
        Assert.AreEqual("", Missing(Won with { Contest = 2 }));
    }

    [TestMethod]
    public void The_reflection_asks_for_our_reason_and_the_guessed_moment()
    {
        Assert.AreEqual("SellerReason", Missing(Won with { SellerReason = null }));
        Assert.AreEqual("SellerMomentStage", Missing(Won with { SellerMomentStage = null }));
        Assert.AreEqual("SellerReasonRows", Missing(Won with { Reasons = [Customers(Plain), Sellers(Price, rank: ReasonRank.Primary)] }));
        Assert.AreEqual("", Missing(Won with { Reasons = [Customers(Plain), Sellers(Price)] }));
    }

    [TestMethod]
    public void The_hearing_asks_who_when_and_how()
    {
        Assert.AreEqual("HeardOn", Missing(Won with { HeardOn = null }));
        Assert.AreEqual("HeardChannel", Missing(Won with { HeardChannel = null }));
        Assert.AreEqual("Interviewer", Missing(Won with { InterviewerSet = false }));
        Assert.AreEqual("InterviewerType", Missing(Won with { InterviewerType = null }));
        Assert.AreEqual("Respondent", Missing(Won with { RespondentSet = false }));
        Assert.AreEqual("RespondentRole", Missing(Won with { RespondentRole = null }));
    }

    [TestMethod]
    //       heard on     missing
    [DataRow("2026-04-30", "")]
    [DataRow("2026-05-01", "")]
    [DataRow("2026-05-02", "HeardOn")]
    public void Nobody_was_heard_in_the_future(string heardOn, string missing) => Assert.AreEqual(missing, Missing(Won with { HeardOn = Given.Day(heardOn) }));

    [TestMethod]
    public void The_hearing_asks_for_the_moment_and_its_scene()
    {
        Assert.AreEqual("MomentStage", Missing(Won with { MomentStage = null }));
        Assert.AreEqual("MomentTrigger", Missing(Won with { MomentTrigger = null }));
        Assert.AreEqual(Text.AskNarrative, Only(Won with { Narrative = null }));
        Assert.AreEqual(Text.AskNarrative, Only(Won with { Narrative = " \u3000" }));
        Assert.AreEqual(Text.AskNarrativeOfOther, Only(Won with { MomentStage = 12, Narrative = "" }));
        Assert.AreEqual(Text.AskNarrativeOfOther, Only(Won with { MomentTrigger = 12, Narrative = "" }));
        Assert.AreEqual("", Missing(Won with { MomentStage = 12, MomentTrigger = 12 }));
    }

    [TestMethod]
    public void A_remark_needs_its_speaker()
    {
        Assert.AreEqual("SpeakerSide SpeakerRole", Missing(Won with { DecidingRemark = "これなら使える" }));
        Assert.AreEqual("SpeakerRole", Missing(Won with { DecidingRemark = "これなら使える", SpeakerSide = 0 }));
        Assert.AreEqual("SpeakerSide", Missing(Won with { DecidingRemark = "これなら使える", SpeakerRole = 0 }));
        Assert.AreEqual("", Missing(Won with { DecidingRemark = " " }));
    }

    [TestMethod]
    public void A_remark_that_moved_them_needs_its_words_and_its_speaker()
    {
        Assert.AreEqual("DecidingRemark SpeakerSide SpeakerRole", Missing(Won with { MomentTrigger = 2 }));
        Assert.AreEqual("DecidingRemark", Missing(Won with { MomentTrigger = 2, SpeakerSide = 0, SpeakerRole = 0 }));
        Assert.AreEqual("", Missing(Won with { MomentTrigger = 2, DecidingRemark = "これなら使える", SpeakerSide = 0, SpeakerRole = 0 }));
    }

    [TestMethod]
    public void The_customer_has_exactly_one_primary_reason()
    {
        Assert.AreEqual(Text.AskCustomerReason, Only(Won with { Reasons = [] }));
        Assert.AreEqual(Text.AskCustomerReason, Only(Won with { Reasons = [Customers(Plain, rank: ReasonRank.Secondary)] }));
        Assert.AreEqual(Text.AskCustomerReason, Only(Won with { Reasons = [new(Perspective.Customer, ReasonRank.Primary, null, "x"), new(null, null, Plain, null)] }));
        Assert.AreEqual(Text.AskOneCustomerReason, Only(Won with { Reasons = [Customers(Plain), Customers(Price)] }));
    }

    [TestMethod]
    [DataRow(ReasonRank.Primary)]
    [DataRow(ReasonRank.Secondary)]
    public void A_price_reason_of_the_customer_of_a_lost_deal_needs_the_same_price_answer_and_its_kind(ReasonRank rank)
    {
        ReasonRow[] reasons = rank == ReasonRank.Primary ? [Customers(Price)] : [Customers(Plain), Customers(Price, rank: rank)];

        Assert.AreEqual("SamePriceChoice PriceKind", Missing(Lost with { Reasons = reasons }));
        Assert.AreEqual("PriceKind", Missing(Lost with { Reasons = reasons, SamePriceChoice = 3 }));
        Assert.AreEqual("", Missing(Lost with { Reasons = reasons, SamePriceChoice = 0, PriceKind = 0 }));
        Assert.AreEqual("", Missing(Won with { Reasons = reasons }));
    }

    [TestMethod]
    public void Our_own_price_reason_asks_nothing_of_the_customer() =>
        Assert.AreEqual("", Missing(Lost with { SellerReason = Price, Reasons = [Customers(Plain), Sellers(Price)] }));

    [TestMethod]
    public void A_lost_deal_asks_what_would_change_and_whether_to_come_back()
    {
        Assert.AreEqual("WhatWouldChange", Missing(Lost with { WhatWouldChange = "\u3000" }));
        Assert.AreEqual("Reapproach", Missing(Lost with { Reapproach = null }));
        Assert.AreEqual("ReapproachOn", Missing(Lost with { Reapproach = 1 }));
        Assert.AreEqual("", Missing(Lost with { Reapproach = 1, ReapproachOn = Given.Day("2026-10-01") }));
        Assert.AreEqual("", Missing(Lost with { Reapproach = 0 }));
        Assert.AreEqual("", Missing(Won with { Reapproach = 1 }));
    }

    [TestMethod]
    //       reproducibility  missing
    [DataRow(null, "Reproducibility")]
    [DataRow(0, "Conditions")]
    [DataRow(1, "Conditions")]
    [DataRow(2, "")]
    [DataRow(3, "")]
    public void A_won_deal_asks_whether_it_would_repeat_and_under_which_conditions(int? reproducibility, string missing)
    {
        Assert.AreEqual(missing, Missing(Won with { Reproducibility = reproducibility }));
        Assert.AreEqual("", Missing(Won with { Reproducibility = reproducibility ?? 0, Conditions = "現場のデータで試せること" }));
    }

    [TestMethod]
    public void Completion_brings_both_sides_together_and_submission_does_not_wait_for_it()
    {
        var neither = Won with { MarketingSideDone = false, FaceToFaceSideDone = false };

        Assert.AreEqual("MarketingSide FaceToFaceSide", Missing(neither));
        Assert.IsEmpty(Requirements.ForSubmit(neither, Today));
    }

    [TestMethod]
    [DataRow("1900-01-01", "HeardOn")]
    [DataRow("2025-03-31", "HeardOn")]
    [DataRow("2025-04-01", "")]
    public void Nobody_was_heard_long_before_the_deal_began(string heardOn, string missing) =>
        Assert.AreEqual(missing, Missing(Won with { EarliestOn = Given.Day("2025-04-01"), HeardOn = Given.Day(heardOn) }));

    [TestMethod]
    [DataRow("2026-05-02", "MomentOn")]
    [DataRow("2026-05-01", "")]
    public void No_moment_that_decided_is_still_to_come(string momentOn, string missing) => Assert.AreEqual(missing, Missing(Won with { MomentOn = Given.Day(momentOn) }));

    [TestMethod]
    public void To_propose_again_before_the_hearing_is_no_plan() =>
        Assert.AreEqual("ReapproachOn", Missing(Lost with { Reapproach = 1, ReapproachOn = Lost.HeardOn!.Value.AddDays(-1) }));

    private static string Missing(InterviewAnswers answers) =>
        string.Join(' ', Requirements.ForCompletion(answers, Today).Select(requirement => requirement.Field));

    private static Text Only(InterviewAnswers answers) => Requirements.ForSubmit(answers, Today).Single().Question.Text;
}
