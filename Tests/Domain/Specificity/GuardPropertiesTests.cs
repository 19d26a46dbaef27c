using System.Globalization;
using CrmExtensions.Interviews;
using CrmExtensions.Specificity;
using CsCheck;

namespace CrmExtensions.Tests;

/// <summary>What the guard promises of any testimony.</summary>
[TestClass]
public sealed class GuardPropertiesTests
{
    private const int Iterations = 3_000;

    private static readonly string[] Pieces =
    [
        "価格面", "で", "他社に決まった", "6/12", "の", "役員会", "翌日", "デモ", "部長が", "と言われ、", "円滑に", "三百万円", "なし", "不明",
        "price ", "the ", "meeting ", "on June 12 ", "they said ", "n/a ", "too expensive ", "last week ", "I ", "90 ", "%", "😀", " ", "。", "\n", "𠮷",
    ];

    private static readonly Gen<string> AnyReport = Gen.OneOf(Pieces).Array[0, 40].Select(string.Concat);

    private static readonly Gen<string> AnyKnown = Gen.OneOf("date", "role", "stage", "trigger", "twice").Array[0, 5]
        .SelectMany(words => Gen.OneOf("A", "B", "C", "D", "").Select(grade => string.Join(' ', words.Append(grade))));

    private static readonly Gen<Testimony> AnyTestimony = Gen.Select(AnyReport, AnyKnown, AnyReport, AnyReport, Gen.Bool).Select(
        (text, known, remark, contrast, isWaived) => Told.Of(text, known, remark, contrast) with { IsWaived = isWaived });

    private static readonly Func<Testimony, Testimony>[] Additions =
    [
        told => told with { HasDateOrMeeting = true },
        told => told with { HasRole = true },
        told => told with { StageKnown = true },
        told => told with { StageKnown = true, TriggerKnown = true },
        told => told with { Remark = "これなら明日から使えます" },
        told => told with { Remark = "we could use this tomorrow" },
        told => told with { Contrast = "A社は90日の導入計画を示した" },
        told => told with { WhatWouldChange = "bring an engineer to every demo" },
        told => told with { EvidenceGrade = EvidenceGrade.A },
        told => told with { IsDuplicate = false },
    ];

    [TestMethod]
    public void A_score_is_the_sum_of_its_points_within_0_and_100() => AnyTestimony.Sample(
        told =>
        {
            var result = Told.Score(told);
            return result.Score is >= 0 and <= 100
                && result.Score == Math.Clamp(result.Elements.Sum(element => element.Points), 0, 100)
                && result.Band == new Thresholds().BandOf(result.Score, told.IsWaived);
        },
        iter: Iterations);

    [TestMethod]
    public void Who_tells_more_never_scores_less() => Gen.Select(AnyTestimony, Gen.OneOf(Additions)).Sample(
        (told, add) => Told.Score(add(told)).Score >= Told.Score(told).Score,
        iter: Iterations);

    [TestMethod]
    public void A_duplicate_never_scores_more() => AnyTestimony.Sample(
        told => Told.Score(told with { IsDuplicate = true }).Score <= Told.Score(told).Score,
        iter: Iterations);

    [TestMethod]
    public void Full_width_half_width_and_capitals_make_no_difference() => AnyTestimony.Sample(
        told => AreSame(told, told with { Narrative = Widened(told.Narrative!), Remark = Widened(told.Remark!).ToUpperInvariant(), Contrast = "　" + told.Contrast }),
        iter: Iterations);

    [TestMethod]
    [DataRow("tr-TR")]
    [DataRow("ja-JP")]
    [DataRow("th-TH")]
    [DataRow("ar-SA")]
    public void The_culture_of_the_machine_makes_no_difference(string culture)
    {
        var before = CultureInfo.CurrentCulture;
        AnyTestimony.Sample(
            told =>
            {
                CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
                var expected = Told.Score(told).Elements;
                CultureInfo.CurrentCulture = new CultureInfo(culture);
                return expected.SequenceEqual(Told.Score(told).Elements);
            },
            iter: Iterations,
            threads: 1);
        CultureInfo.CurrentCulture = before;
    }

    [TestMethod]
    public void A_score_depends_on_the_normal_form_only() => AnyTestimony.Sample(
        told => AreSame(told, told with { Narrative = PlainText.Of(told.Narrative).Value, Remark = PlainText.Of(told.Remark).Value }),
        iter: Iterations);

    private static bool AreSame(Testimony left, Testimony right) => Told.Score(left).Elements.SequenceEqual(Told.Score(right).Elements);

    private static string Widened(string text) => string.Concat(text.Select(c => c is > ' ' and <= '~' ? (char)(c + 0xFEE0) : c == ' ' ? '　' : c));
}
