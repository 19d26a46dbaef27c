using CrmExtensions.Specificity;

namespace CrmExtensions.Tests;

/// <summary>The worked examples of product.md 12.</summary>
[TestClass]
public sealed class SpecificityExamplesTests
{
    private const string Demo = "デモの場で現場リーダーが自分のデータを取り込めた瞬間に表情が変わり、翌日に稟議を上げると言ってくださった";
    private const string Board = "6/12の役員会で情報システム部長が「移行計画が見えない」と発言し、A社が示した90日の導入計画と並べて比べられ、その場でA社に傾いた";

    [TestMethod]
    [DataRow(0, Band.Vague, "価格面で他社に決定", "", null, null)]
    [DataRow(0, Band.Vague, "総合的に判断した結果、他社に決まったため", "stage", null, null)]
    [DataRow(50, Band.Partly, "プレゼンの印象が良かったと担当者から聞いた", "role stage trigger B", null, null)]
    [DataRow(75, Band.Specific, Demo, "date role stage trigger A", "これなら明日から使える", null)]
    [DataRow(100, Band.Specific, Board, "role stage trigger B", "移行計画が見えない", "A社は90日の導入計画を示した")]
    public void The_worked_examples_come_out_exactly(int score, Band band, string text, string known, string? remark, string? contrast)
    {
        var result = Told.Score(text, known, remark, contrast);

        Assert.AreEqual((score, band), (result.Score, result.Band));
    }

    [TestMethod]
    public void The_examples_are_as_long_as_they_are_said_to_be()
    {
        Assert.IsTrue(PlainText.Of(Demo).Reaches(52, 0) && !PlainText.Of(Demo).Reaches(53, 0));
        Assert.IsTrue(PlainText.Of(Board).Reaches(67, 0) && !PlainText.Of(Board).Reaches(68, 0));
    }

    [TestMethod]
    public void What_is_missing_is_what_was_not_earned()
    {
        var result = Told.Score(Demo, "date role stage trigger A", "これなら明日から使える");

        CollectionAssert.AreEqual(new[] { Element.E5, Element.E6 }, result.Missing.ToList());
    }

    [TestMethod]
    public void Every_element_comes_with_its_points_in_the_order_of_the_ids()
    {
        var result = Told.Score("総合的に判断した結果、他社に決まったため", "role twice");

        CollectionAssert.AreEqual(Enum.GetValues<Element>(), result.Elements.Select(element => element.Element).ToList());
        CollectionAssert.AreEqual(new[] { 15, 15, 10, 20, 10, 15, 5, 10, -30, -30 }, result.Elements.Select(element => element.Of).ToList());
        CollectionAssert.AreEqual(new[] { 0, 15, 0, 0, 0, 0, 0, 0, -30, -30 }, result.Elements.Select(element => element.Points).ToList());
    }

    [TestMethod]
    //       score  partly  specific  band
    [DataRow(50, 50, 51, Band.Partly)]
    [DataRow(50, 51, 60, Band.Vague)]
    [DataRow(50, 10, 50, Band.Specific)]
    [DataRow(50, 10, 51, Band.Partly)]
    public void The_bands_begin_where_the_organisation_says(int score, int partly, int specific, Band band)
    {
        var result = Guard.Score(Told.Of("プレゼンの印象が良かったと担当者から聞いた", "role stage trigger B"), Told.Book, new Thresholds(partly, specific));

        Assert.AreEqual((score, band), (result.Score, result.Band));
    }

    [TestMethod]
    [DataRow(39, Band.Vague)]
    [DataRow(40, Band.Partly)]
    [DataRow(69, Band.Partly)]
    [DataRow(70, Band.Specific)]
    public void The_bands_begin_at_40_and_70_unless_said_otherwise(int score, Band band) => Assert.AreEqual(band, new Thresholds().BandOf(score, isWaived: false));

    [TestMethod]
    [DataRow(19, Band.Vague)]
    [DataRow(20, Band.Partly)]
    [DataRow(49, Band.Partly)]
    [DataRow(50, Band.Specific)]
    public void For_a_waived_hearing_they_begin_20_lower(int score, Band band) => Assert.AreEqual(band, new Thresholds().BandOf(score, isWaived: true));

    [TestMethod]
    public void A_waived_hearing_needs_a_guessed_stage_and_earns_nothing_by_evidence()
    {
        var told = Told.Of("最後の商談の後、先方の部長と連絡が取れなくなった。見積の提示が先週で、その後に組織変更の発表があった", "A") with { IsWaived = true };

        var unguessed = Told.Score(told);
        var guessed = Told.Score(told with { StageKnown = true });

        Assert.AreEqual((20, Band.Partly), (unguessed.Score, unguessed.Band));
        Assert.AreEqual((45, Band.Partly), (guessed.Score, guessed.Band));
        CollectionAssert.DoesNotContain(guessed.Missing.ToList(), Element.E8);
        Assert.AreEqual((20, Band.Partly), (Told.Score(told with { HasRole = true, TriggerKnown = true }).Score, unguessed.Band));
    }
}
