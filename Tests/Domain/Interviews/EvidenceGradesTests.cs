using CrmExtensions.Interviews;
using CrmExtensions.Proof;
using static CrmExtensions.Tests.Answers;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class EvidenceGradesTests
{
    [TestMethod]
    //       role  interviewer  words  no record        record
    [DataRow(0, 0, true, EvidenceGrade.B, EvidenceGrade.A)]
    [DataRow(1, 1, true, EvidenceGrade.B, EvidenceGrade.A)]
    [DataRow(4, 3, true, EvidenceGrade.B, EvidenceGrade.A)]
    [DataRow(0, null, true, EvidenceGrade.B, EvidenceGrade.A)]
    [DataRow(0, 4, true, EvidenceGrade.C, EvidenceGrade.A, DisplayName = "a third party asked")]
    [DataRow(6, 0, true, EvidenceGrade.C, EvidenceGrade.A, DisplayName = "nobody knows who answered")]
    [DataRow(null, 0, true, EvidenceGrade.C, EvidenceGrade.A, DisplayName = "nobody said who answered")]
    [DataRow(5, 0, true, EvidenceGrade.C, EvidenceGrade.C, DisplayName = "an adviser is not the customer")]
    [DataRow(0, 0, false, EvidenceGrade.C, EvidenceGrade.C, DisplayName = "no word is written down")]
    public void A_hearing_is_graded_by_who_was_heard_and_what_proves_it(int? role, int? interviewer, bool words, EvidenceGrade without, EvidenceGrade with)
    {
        var answers = Won with { RespondentRole = role, InterviewerType = interviewer, Narrative = words ? "役員会で" : "\u3000" };

        Assert.AreEqual(without, EvidenceGrades.Of(answers, []));
        Assert.AreEqual(with, EvidenceGrades.Of(answers, [EvidenceType.Minutes]));
    }

    [TestMethod]
    [DataRow(EvidenceType.Video, EvidenceGrade.A)]
    [DataRow(EvidenceType.Audio, EvidenceGrade.A)]
    [DataRow(EvidenceType.Minutes, EvidenceGrade.A)]
    [DataRow(EvidenceType.Mail, EvidenceGrade.A)]
    [DataRow(EvidenceType.Proposal, EvidenceGrade.B)]
    [DataRow(EvidenceType.Questionnaire, EvidenceGrade.A)]
    [DataRow(EvidenceType.Other, EvidenceGrade.B)]
    public void A_record_is_what_the_customers_words_stand_in(EvidenceType type, EvidenceGrade grade) =>
        Assert.AreEqual(grade, EvidenceGrades.Of(Won, [EvidenceType.Other, type]));

    [TestMethod]
    public void A_remark_or_a_quote_are_words_as_a_scene_is()
    {
        var silent = Won with { Narrative = null };

        Assert.AreEqual(EvidenceGrade.B, EvidenceGrades.Of(silent with { DecidingRemark = "これだ" }, []));
        Assert.AreEqual(EvidenceGrade.B, EvidenceGrades.Of(silent with { Reasons = [Customers(Plain, "速い")] }, []));
        Assert.AreEqual(EvidenceGrade.C, EvidenceGrades.Of(silent with { Reasons = [Customers(Plain), Sellers(Plain, "速い")] }, []));
    }

    [TestMethod]
    public void Without_a_hearing_there_is_only_what_we_think()
    {
        Assert.AreEqual(EvidenceGrade.D, EvidenceGrades.Of(Won with { HeardOn = null }, [EvidenceType.Video]));
        Assert.AreEqual(EvidenceGrade.D, EvidenceGrades.Of(Won with { HeardChannel = null }, [EvidenceType.Video]));
        Assert.AreEqual(EvidenceGrade.D, EvidenceGrades.Of(Won with { HeardOn = null, HearingWaived = true }, [EvidenceType.Video]));
    }

    [TestMethod]
    public void A_hearing_after_a_waiver_is_graded_as_a_hearing() =>
        Assert.AreEqual(EvidenceGrade.A, EvidenceGrades.Of(Won with { HearingWaived = true }, [EvidenceType.Video]));
}
