using CrmExtensions.Specificity;

namespace CrmExtensions.Tests;

/// <summary>Reports as English-speaking reps write them.</summary>
[TestClass]
public sealed class EnglishReportsTests
{
    [TestMethod]
    [DataRow("N/A")]
    [DataRow("n/a.")]
    [DataRow("None")]
    [DataRow("TBD!!")]
    [DataRow(" - ")]
    [DataRow("—")]
    [DataRow("...")]
    [DataRow("Price")]
    [DataRow("Too expensive.")]
    [DataRow("Budget, timing, relationship")]
    [DataRow("Ghosted")]
    [DataRow("They went another direction")]
    [DataRow("Competitor was a better fit")]
    [DataRow("Not a priority right now")]
    [DataRow("Lost on price to the usual competitor again")]
    [DataRow("Customer decided to stay with what they have")]
    [DataRow("The solution was not meeting our prospect's expectations")]
    [DataRow("They may come back")]
    [DataRow("Bad fit for their call center")]
    public void A_report_that_says_nothing_scores_nothing(string text) => AssertScore(0, Band.Vague, text, "");

    [TestMethod]
    [DataRow(15, "Lost after the demo", "")]
    [DataRow(15, "Budget cut, told us on a call with procurement people", "")]
    [DataRow(5, "They wanted 20 % off", "")]
    [DataRow(5, "No answer since last week", "")]
    [DataRow(20, "Rejected on June 12", "")]
    [DataRow(20, "Rejected on the 12th of June by the buyer", "")]
    [DataRow(20, "The board meeting yesterday went badly", "")]
    [DataRow(25, "The champion left the company", "role stage trigger")]
    [DataRow(30, "Security review killed it", "role")]
    [DataRow(35, "Incumbent matched our offer at the very end", "role stage trigger A")]
    [DataRow(20, "Price again, at the meeting on Tuesday", "")]
    public void A_report_with_a_hint_is_vague(int score, string text, string known) => AssertScore(score, Band.Vague, text, known);

    [TestMethod]
    [DataRow(40, "After the pricing call procurement went quiet on us", "role stage trigger", null, null)]
    [DataRow(50, "Presentation to the plant team went flat because nobody from IT was there", "role stage trigger B", null, null)]
    [DataRow(45, "The CFO blocked it", "role stage trigger", "I cannot defend this", null)]
    [DataRow(65, "In the workshop on 3 March the architect asked for a roadmap", "role stage trigger", "Show me next year, please", null)]
    [DataRow(60, "On the review call their VP compared both quotes line by line", "role stage trigger", "Where is the migration cost?", null)]
    [DataRow(55, "Competitor ran a pilot for free during our security review", "role stage trigger", null, "They had a pilot running within days")]
    [DataRow(55, "Price", "date role stage trigger B", "Five years is too long", "No total cost comparison was shown")]
    [DataRow(40, "The reference visit on 2026-05-20 convinced the foreman, who drove the decision", "stage trigger B", null, null)]
    public void A_report_with_half_a_scene_is_for_the_manager(int score, string text, string known, string? remark, string? contrast)
    {
        var result = Told.Score(text, known, remark, contrast);

        Assert.AreEqual((score, Band.Partly), (result.Score, result.Band));
    }

    [TestMethod]
    [DataRow(100, "At the June 12 board meeting the head of IT said he could not see a migration plan, put our slide next to the 90-day plan of the other vendor, and from that moment the room leaned their way.", "role stage trigger B", "I cannot see the plan", "They had a 90-day plan; we had none")]
    [DataRow(85, "During the demo the shift lead loaded her own data and smiled", "role stage trigger B", "I could use this tomorrow", "The rival needed a consultant for that")]
    [DataRow(75, "The day after the site visit the director called us himself", "role stage trigger B", "That line never stopped once", null)]
    [DataRow(90, "Our demo crashed twice in front of the CFO. The competitor's engineer fixed a similar problem live the following day, explained calmly what had happened, and offered to put it into the contract.", "role stage trigger", "You fixed it in front of me", "Bring an engineer to every demo")]
    public void A_report_that_shows_the_scene_is_specific(int score, string text, string known, string? remark, string? contrast)
    {
        var result = Told.Score(text, known, remark, contrast);

        Assert.AreEqual((score, Band.Specific), (result.Score, result.Band));
    }

    private static void AssertScore(int score, Band band, string text, string known)
    {
        var result = Told.Score(text, known);

        Assert.AreEqual((score, band), (result.Score, result.Band));
    }
}
