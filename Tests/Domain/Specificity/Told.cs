using CrmExtensions.Interviews;
using CrmExtensions.Specificity;

namespace CrmExtensions.Tests;

/// <summary>Testimonies in short, and the dictionary that they are scored with: the seed of product.md 7.</summary>
internal static class Told
{
    public static IReadOnlyList<string> StockPhrases { get; } =
    [
        "価格面", "予算の都合", "タイミング", "総合的に判断", "諸般の事情", "社内事情", "検討の結果", "ご縁がなかった", "他社に決まった", "競合に負けた",
        "条件が合わず", "優先順位", "関係性", "力不足", "なんとなく", "色々",
        "price", "too expensive", "budget", "timing", "went another direction", "better fit", "not a priority", "relationship", "ghosted",
    ];

    public static IReadOnlyList<string> Placeholders { get; } =
        ["空", "なし", "特になし", "不明", "その他", "同上", "未定", "わからない", "n/a", "none", "tbd", "other", "-", "—"];

    public static PhraseBook Book { get; } = new(StockPhrases, Placeholders);

    /// <summary>A testimony; <paramref name="known"/> names what is recorded beside the texts: date role stage trigger, a grade, twice (a duplicate).</summary>
    public static Testimony Of(string? text, string known = "", string? remark = null, string? contrast = null)
    {
        var words = known.Split(' ');
        return new Testimony
        {
            Narrative = text,
            Remark = remark,
            Contrast = contrast,
            HasDateOrMeeting = words.Contains("date"),
            HasRole = words.Contains("role"),
            StageKnown = words.Contains("stage"),
            TriggerKnown = words.Contains("trigger"),
            IsDuplicate = words.Contains("twice"),
            EvidenceGrade = Enum.TryParse<EvidenceGrade>(words[^1], out var grade) ? grade : null,
        };
    }

    public static SpecificityScore Score(Testimony told) => Guard.Score(told, Book, new Thresholds());

    public static SpecificityScore Score(string? text, string known = "", string? remark = null, string? contrast = null) =>
        Score(Of(text, known, remark, contrast));

    /// <summary>Whether an element is earned, or a penalty incurred, by a text alone.</summary>
    public static bool Meets(Element element, string? text) => Meets(element, Of(text));

    public static bool Meets(Element element, Testimony told) => Score(told).Elements.Single(score => score.Element == element).IsMet;
}
