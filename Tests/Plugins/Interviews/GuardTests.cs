using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>What a save of an interview does and what it refuses (product.md 5.2, B5, 7).</summary>
[TestClass]
public sealed class GuardTests
{
    [TestMethod]
    public void A_first_answer_takes_it_from_not_started_to_in_progress()
    {
        using var desk = new Desk();

        desk.Save(desk.Office.Rep, Interview.Contest, Desk.Choice(1));

        Assert.AreEqual("In progress", desk.Status);
    }

    [TestMethod]
    public void An_ordinary_save_makes_two_service_calls_and_a_submission_at_most_six()
    {
        using var desk = new Desk();
        desk.Save(desk.Office.Rep, Desk.Reflection(desk.Office));
        desk.AddCustomerReason("H1");
        var hearing = Desk.Hearing(desk.Office);
        var calls = 0;
        desk.Office.Org.Meter.AtServiceCall = (_, _) => calls++;

        desk.Save(desk.Office.Rep, hearing);
        Assert.AreEqual(2, calls);
        calls = 0;
        desk.Move(desk.Office.Rep, 4);

        Assert.IsTrue(calls is > 0 and <= 6, $"{calls} calls");
        Assert.AreEqual("Submitted", desk.Status);
    }

    [TestMethod]
    public void A_specific_account_scores_as_the_product_says()
    {
        using var desk = new Desk();

        desk.FillIn();

        var row = desk.Row;
        Assert.AreEqual(100, row.GetAttributeValue<int>(Interview.SpecificityScore));
        Assert.AreEqual("Specific", row.FormattedValues[Interview.SpecificityBand]);
        Assert.AreEqual("B Customer's words, noted", row.FormattedValues[Interview.EvidenceGrade]);
        Assert.AreEqual(7, row.GetAttributeValue<int>(Interview.DaysToHearing));
    }

    [TestMethod]
    [DataRow(1033, "too vague")]
    [DataRow(1041, "曖昧")]
    public void A_vague_account_is_not_submitted_but_answered_with_the_next_question(int language, string word)
    {
        using var desk = new Desk();
        desk.Office.System.Create(new Entity(UserSettings.Table, desk.Office.RepId) { [UserSettings.UILanguageId] = language });
        desk.FillIn();
        desk.Save(desk.Office.Rep, new Dictionary<string, object?>
        {
            [Interview.MomentNarrative] = "総合的に判断した結果、他社に決まったため",
            [Interview.DecidingRemark] = null,
            [Interview.SpeakerSide] = null,
            [Interview.SpeakerRole] = null,
            [Interview.Contrast] = null,
            [Interview.WhatWouldChange] = "不明",
            [Interview.RespondentRole] = Desk.Choice(6),
            [Interview.MomentTrigger] = Desk.Choice(13),
        });

        var refusal = Desk.Refusal(() => desk.Move(desk.Office.Rep, 4));

        Assert.Contains(word, refusal);
        Assert.Contains("1. ", refusal);
        Assert.AreEqual("In progress", desk.Status);
        Assert.AreEqual("Vague", desk.Row.FormattedValues[Interview.SpecificityBand]);
        Assert.Contains("Stock phrase", desk.Row.FormattedValues[Interview.VagueFlags]);
    }

    [TestMethod]
    public void A_submission_names_all_that_is_missing_at_once_in_the_order_of_the_form()
    {
        using var desk = new Desk();
        desk.Save(desk.Office.Rep, new Dictionary<string, object?> { [Interview.HeardOn] = new DateTime(2026, 4, 8), [Interview.HeardChannel] = Desk.Choice(0) });

        var refusal = Desk.Refusal(() => desk.Move(desk.Office.Rep, 4)).Split('\n');

        Assert.IsTrue(refusal.Length > 10, string.Join('\n', refusal));
        CollectionAssert.AreEqual(Enumerable.Range(1, refusal.Length - 1).Select(i => i + ".").ToList(), refusal.Skip(1).Select(line => line.Split(' ')[0]).ToList());
    }

    [TestMethod]
    [DataRow(Interview.Outcome)]
    [DataRow(Interview.ClosedOn)]
    [DataRow(Interview.BaseValue)]
    [DataRow(Interview.PeriodKey)]
    [DataRow(Interview.IndustryLabel)]
    [DataRow(Interview.DueOn)]
    public void What_was_taken_at_close_cannot_be_changed(string column)
    {
        using var desk = new Desk();
        var before = desk.Row;
        object other = before[column] switch
        {
            OptionSetValue => Desk.Choice(0),
            DateTime date => date.AddDays(30),
            decimal amount => amount + 1,
            _ => "month-2020-01-01",
        };

        var refusal = Desk.Refusal(() => desk.Save(desk.Office.Rep, column, other));

        Assert.Contains(desk.Office.Org.Catalog.Tables[Interview.Table].Columns[column].Labels.In(1033), refusal);
        Assert.AreEqual(before[column], desk.Row[column]);
    }

    [TestMethod]
    public void The_same_value_sent_back_by_a_form_is_no_change()
    {
        using var desk = new Desk();

        desk.Save(desk.Office.Rep, new Dictionary<string, object?> { [Interview.ClosedOn] = desk.Row[Interview.ClosedOn], [Interview.Contest] = Desk.Choice(1) });

        Assert.AreEqual("In progress", desk.Status);
    }

    [TestMethod]
    [DataRow(Interview.SpecificityScore, 100)]
    [DataRow(Interview.ReturnCount, 7)]
    [DataRow(Interview.IsOverdue, false)]
    [DataRow(Interview.IsCurrent, false)]
    [DataRow(Interview.TextHash, "x")]
    public void What_the_server_keeps_is_put_back_whatever_a_user_sends(string column, object value)
    {
        using var desk = new Desk();
        var before = desk.Row.Contains(column) ? desk.Row[column] : null;

        desk.Save(desk.Office.Rep, new Dictionary<string, object?> { [column] = value });

        Assert.AreEqual(before, desk.Row.Contains(column) ? desk.Row[column] : null);
    }

    [TestMethod]
    public void The_mark_of_the_server_is_not_the_users_to_set()
    {
        using var desk = new Desk();

        Assert.Contains("wl_serverwrite", Desk.Refusal(() => desk.Save(desk.Office.Rep, new Dictionary<string, object?> { [Interview.ServerWrite] = "server", [Interview.IsCurrent] = false })));
    }

    [TestMethod]
    public void A_text_told_of_another_deal_too_costs_points()
    {
        using var desk = new Desk();
        desk.FillIn();
        desk.Move(desk.Office.Rep, 4);
        var other = desk.Office.Deal();
        desk.Office.Lose(other, Desk.Day(2));
        desk.Office.Org.RunJobs();
        using var second = desk.Of(other);

        second.FillIn();
        second.Move(desk.Office.Rep, 4);

        Assert.AreEqual(70, second.Row.GetAttributeValue<int>(Interview.SpecificityScore));
        Assert.Contains("Duplicate", second.Row.FormattedValues[Interview.VagueFlags]);
    }
}
