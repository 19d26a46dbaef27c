using CrmExtensions.Closing;
using CrmExtensions.Interviews;
using CrmExtensions.Texts;
using CsCheck;
using static CrmExtensions.Tests.Answers;

namespace CrmExtensions.Tests;

/// <summary>All that is missing is asked for at once, in the order of the form, and answering it ends it.</summary>
[TestClass]
public sealed class RequirementOrderTests
{
    private const int Iterations = 5_000;

    // What somebody does about a question; none of it is a new fact about the deal.
    private static readonly Dictionary<InterviewField, Func<InterviewAnswers, InterviewAnswers>> Reply = new()
    {
        [InterviewField.LossOutcome] = answers => answers with { LossOutcome = 1 },
        [InterviewField.Winner] = answers => answers with { Competitors = [new(true, true)] },
        [InterviewField.Contest] = answers => answers with { Contest = 0 },
        [InterviewField.ContestPattern] = answers => answers with { ContestPattern = 0 },
        [InterviewField.SellerReason] = answers => answers with { SellerReason = Plain },
        [InterviewField.SellerReasonRows] = answers => answers with { Reasons = [.. answers.Reasons.Where(row => row.Perspective != Perspective.Seller)] },
        [InterviewField.SellerMomentStage] = answers => answers with { SellerMomentStage = 0 },
        [InterviewField.SellerNote] = answers => answers with { SellerNote = new('あ', 30) },
        [InterviewField.HeardOn] = answers => answers with { HeardOn = Today },
        [InterviewField.HeardChannel] = answers => answers with { HeardChannel = 0 },
        [InterviewField.Interviewer] = answers => answers with { InterviewerSet = true },
        [InterviewField.InterviewerType] = answers => answers with { InterviewerType = 0 },
        [InterviewField.Respondent] = answers => answers with { RespondentSet = true },
        [InterviewField.RespondentRole] = answers => answers with { RespondentRole = 0 },
        [InterviewField.MomentStage] = answers => answers with { MomentStage = 0 },
        [InterviewField.MomentTrigger] = answers => answers with { MomentTrigger = 0 },
        [InterviewField.MomentOn] = answers => answers with { MomentOn = Today },
        [InterviewField.Narrative] = answers => answers with { Narrative = "役員会で" },
        [InterviewField.DecidingRemark] = answers => answers with { DecidingRemark = "これだ" },
        [InterviewField.SpeakerSide] = answers => answers with { SpeakerSide = 0 },
        [InterviewField.SpeakerRole] = answers => answers with { SpeakerRole = 0 },
        [InterviewField.CustomerReason] = answers => answers with { Reasons = [.. answers.Reasons.Where(row => row.Rank != ReasonRank.Primary || row.Perspective != Perspective.Customer), Customers(Plain)] },
        [InterviewField.CustomerReasonRows] = answers => answers with { Reasons = [.. answers.Reasons.Select(row => row with { Quote = new('あ', 30) })] },
        [InterviewField.SamePriceChoice] = answers => answers with { SamePriceChoice = 0 },
        [InterviewField.PriceKind] = answers => answers with { PriceKind = 0 },
        [InterviewField.WhatWouldChange] = answers => answers with { WhatWouldChange = "移行計画" },
        [InterviewField.Reapproach] = answers => answers with { Reapproach = 0 },
        [InterviewField.ReapproachOn] = answers => answers with { ReapproachOn = Today },
        [InterviewField.Reproducibility] = answers => answers with { Reproducibility = 3 },
        [InterviewField.Conditions] = answers => answers with { Conditions = "試用" },
        [InterviewField.MarketingSide] = answers => answers with { MarketingSideDone = true },
        [InterviewField.FaceToFaceSide] = answers => answers with { FaceToFaceSideDone = true },
    };

    // A reply can end a neighbour's question as well, where both look at the same rows.
    private static readonly InterviewField[] OfReasons = [InterviewField.CustomerReason, InterviewField.CustomerReasonRows, InterviewField.SellerReasonRows, InterviewField.SamePriceChoice, InterviewField.PriceKind];

    private static readonly Gen<string?> AnyWords = Gen.OneOf<string?>(null, "", "\u3000", "これだ", new string('あ', 30));

    private static readonly Gen<ReasonRow> AnyReason = Gen.Select(
        Gen.Enum<Perspective>(), Gen.Enum<ReasonRank>(), Gen.OneOf<ReasonLeaf?>(Plain, Price, Other, null), AnyWords,
        (perspective, rank, leaf, quote) => new ReasonRow(perspective, rank, leaf, quote));

    private static readonly Gen<InterviewAnswers> AnyReflection = Gen.Select(
        Gen.Enum<Outcome>(), Gen.Bool, Gen.Int[-1, 6], Gen.Int[-1, 2], Gen.OneOf<ReasonLeaf?>(Plain, Other, null), AnyWords, AnyReason.Array[0, 4],
        (outcome, waived, lossOutcome, contest, leaf, note, reasons) => new InterviewAnswers
        {
            Outcome = outcome,
            HearingWaived = waived,
            LossOutcome = Set(lossOutcome),
            Contest = Set(contest),
            SellerReason = leaf,
            SellerNote = note,
            Reasons = reasons,
        });

    private static readonly Gen<InterviewAnswers> AnyAnswers = Gen.Select(
        AnyReflection, Gen.Int[-1, 2], Gen.Int[-1, 4], Gen.Int[-1, 13], AnyWords, AnyWords, Gen.Int[-1, 3], Gen.Int[-1, 2],
        (answers, heard, channel, moment, narrative, remark, reproducibility, reapproach) => answers with
        {
            HeardOn = heard < 0 ? null : Today.AddDays(heard - 1),
            HeardChannel = Set(channel),
            MomentStage = Set(moment),
            MomentTrigger = Set(moment),
            Narrative = narrative,
            DecidingRemark = remark,
            Reproducibility = Set(reproducibility),
            Reapproach = Set(reapproach),
        });

    [TestMethod]
    public void A_lost_deal_asks_everything_at_once_in_the_order_of_the_form()
    {
        var answers = Empty(Outcome.Lost) with
        {
            LossOutcome = 0,
            Contest = 1,
            MomentTrigger = 2,
            Reapproach = 1,
            Reasons = [Customers(Price, rank: ReasonRank.Secondary), Customers(Other, rank: ReasonRank.Secondary), Sellers(Plain, rank: ReasonRank.Primary)],
        };

        Assert.AreEqual(
            "Winner ContestPattern SellerReason SellerReasonRows SellerMomentStage HeardOn HeardChannel Interviewer InterviewerType Respondent RespondentRole "
            + "MomentStage Narrative DecidingRemark SpeakerSide SpeakerRole CustomerReason CustomerReasonRows SamePriceChoice PriceKind WhatWouldChange ReapproachOn "
            + "MarketingSide FaceToFaceSide",
            string.Join(' ', Fields(answers)));
    }

    [TestMethod]
    public void A_won_deal_of_which_nothing_is_known_asks_in_the_order_of_the_form() => Assert.AreEqual(
        "Contest SellerReason SellerMomentStage HeardOn HeardChannel Interviewer InterviewerType Respondent RespondentRole MomentStage MomentTrigger Narrative "
        + "CustomerReason Reproducibility MarketingSide FaceToFaceSide",
        string.Join(' ', Fields(Empty(Outcome.Won))));

    [TestMethod]
    public void The_refusal_numbers_the_questions_to_ask_the_customer() => Assert.AreEqual(
        "まだ足りない項目があります。次の質問にお答えください。\n"
        + "1. 決定場面（いつ）：どの場面で（当社／他社に）決めようと思われましたか。いつ、どなたがいらした場でしたか\n"
        + "2. 次に変えるべきこと：もう一度ご提案できるとしたら、何を変えるべきでしょうか",
        Requirements.Refuse(Requirements.ForSubmit(Lost with { MomentStage = null, WhatWouldChange = null }, Today))!.In(Language.Japanese));

    [TestMethod]
    public void With_the_hearing_waived_the_reflection_and_the_note_are_left()
    {
        var waived = Empty(Outcome.Lost) with { HearingWaived = true };

        Assert.AreEqual("LossOutcome Contest SellerReason SellerMomentStage SellerNote MarketingSide", string.Join(' ', Fields(waived)));
        Assert.IsEmpty(Requirements.PartB(waived, Today));
        Assert.IsNotEmpty(Requirements.PartB(waived with { HeardOn = Today, HeardChannel = 0 }, Today), "a hearing outranks the waiver");
    }

    [TestMethod]
    public void Questions_come_in_the_order_of_the_form_whatever_was_answered() =>
        AnyAnswers.Sample(answers => Fields(answers).Zip(Fields(answers).Skip(1)).All(pair => pair.First <= pair.Second), iter: Iterations);

    [TestMethod]
    public void A_reply_ends_its_question_and_raises_none() => AnyAnswers.Sample(answers =>
    {
        var before = Fields(answers);
        return before.TrueForAll(field =>
        {
            var after = Fields(Reply[field](answers));
            var lostByTheWay = before.Except(after).Except([field]).ToList();
            return !after.Contains(field) && !after.Except(before).Any() && (lostByTheWay.Count == 0 || OfReasons.Contains(field) && lostByTheWay.TrueForAll(OfReasons.Contains));
        });
    }, iter: Iterations);

    [TestMethod]
    public void Answering_every_question_completes_any_interview() => AnyAnswers.Sample(answers =>
        Fields(Fields(answers).Aggregate(answers, (replied, field) => Reply[field](replied))).Count == 0, iter: Iterations);

    private static List<InterviewField> Fields(InterviewAnswers answers) => [.. Requirements.ForCompletion(answers, Today).Select(requirement => requirement.Field)];

    private static int? Set(int number) => number < 0 ? null : number;
}
