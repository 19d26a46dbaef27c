using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>A day of a rep, a manager and an embedded marketer (product.md 9), in the language of whoever works.</summary>
[TestClass]
public sealed class ADayTests
{
    private const int English = 1033;
    private const int Japanese = 1041;

    [TestMethod]
    [DataRow(English)]
    [DataRow(Japanese)]
    public void From_the_close_over_a_vague_report_a_return_and_a_correction_to_completion(int language)
    {
        using var day = new Desk();
        Speak(day.Office, language);
        day.Save(day.Office.Rep, Desk.Reflection(day.Office));
        day.Save(day.Office.Rep, Desk.Hearing(day.Office));
        day.AddCustomerReason("H1");

        // What was noted first is too vague.
        day.Save(day.Office.Rep, new Dictionary<string, object?>
        {
            [Interview.MomentNarrative] = "価格面で他社に決定",
            [Interview.DecidingRemark] = null,
            [Interview.Contrast] = null,
            [Interview.WhatWouldChange] = "価格",
        });
        var refusal = Desk.Refusal(() => day.Move(day.Office.Rep, 4));
        Assert.Contains(language == Japanese ? "それはいつ、どの場" : "When was that, and on which occasion", refusal);
        AssertLanguage(language, refusal);
        Assert.AreEqual("In progress", day.Status);

        // With the customer's account it passes; the manager has a question, and then none.
        day.Save(day.Office.Rep, Desk.Hearing(day.Office));
        day.Move(day.Office.Rep, 4);
        AssertLanguage(language, Desk.Refusal(() => day.Move(day.Office.Rep, 6)));
        day.Move(day.Office.Manager, 5, (Interview.ReviewNote, "どの会議でしたか / Which meeting was it?"));
        day.Save(day.Office.Rep, Interview.Atmosphere, "役員会の空気が変わった");
        day.Move(day.Office.Rep, 4);
        day.Move(day.Office.Manager, 6);
        AssertLanguage(language, Desk.Refusal(() => day.Save(day.Office.Rep, Interview.Atmosphere, "later")));

        // A correction is the manager's, and counted.
        day.Move(day.Office.Manager, 5, (Interview.ReviewNote, "日付の訂正 / the date"));
        day.Save(day.Office.Rep, Interview.HeardOn, new DateTime(2026, 4, 9));
        day.Move(day.Office.Rep, 4);
        day.Move(day.Office.Manager, 6);
        day.Office.Org.RunJobs();
        var row = day.Row;
        Assert.AreEqual("Completed", day.Status);
        Assert.AreEqual(2, row.GetAttributeValue<int>(Interview.ReturnCount));
        Assert.AreEqual(8, row.GetAttributeValue<int>(Interview.DaysToHearing));
        Assert.IsEmpty(day.Office.Org.FailedJobs);
    }

    [TestMethod]
    [DataRow(English)]
    [DataRow(Japanese)]
    public void A_customer_who_cannot_be_heard_costs_a_second_person_and_not_the_reflection(int language)
    {
        using var day = new Desk();
        Speak(day.Office, language);

        AssertLanguage(language, Desk.Refusal(() => day.Office.Rep.Create(new Entity(Waiver.Table)
        {
            [Waiver.InterviewId] = new EntityReference(Interview.Table, day.Id),
            [Waiver.Reason] = Desk.Choice(1),
            [Waiver.Attempt1On] = new DateTime(2026, 5, 8),
        })));
        day.AskForWaiver();
        AssertLanguage(language, Desk.Refusal(() => day.DecideWaiver(day.Office.Rep, 1)));
        day.DecideWaiver(day.Office.Manager, 1);
        AssertLanguage(language, Desk.Refusal(() => day.Move(day.Office.Rep, 4)));
        day.Save(day.Office.Rep, Desk.Reflection(day.Office));
        day.Save(day.Office.Rep, Desk.Note);
        day.Move(day.Office.Rep, 4);
        day.Move(day.Office.Manager, 7);

        Assert.AreEqual("Completed, hearing waived", day.Status);
    }

    private static void Speak(Office office, int language)
    {
        foreach (var user in new[] { office.RepId, office.ManagerId })
        {
            office.System.Create(new Entity(UserSettings.Table, user) { [UserSettings.UILanguageId] = language });
        }
    }

    private static void AssertLanguage(int language, string text) =>
        Assert.AreEqual(language == Japanese, text.Any(letter => letter is >= '\u3040' and <= '\u30ff'), text);
}
