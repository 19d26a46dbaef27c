namespace CrmExtensions.Specificity;

/// <summary>Whether a text names an occasion: people together at one time (E1 of product.md 7, and more of its kind).</summary>
/// <remarks>
/// Not taken: processes without such a moment (稟議, 検討, コンペ, PoC), and the same word as part of a product, a trade or a
/// body (会議室, 訪問看護, 教育委員会, call center), or as a verb (meeting our needs).
/// </remarks>
internal static class Occasions
{
    private static readonly WordList Words = new(
        [
            "会議", "役員会", "取締役会", "理事会", "委員会", "定例", "朝会", "説明会", "報告会", "検討会", "審査会", "選定会", "勉強会", "相談会", "発表会",
            "見学", "内覧会", "展示会", "懇親会", "会食", "打ち合わせ", "打ち合せ", "打合せ", "打合わせ", "ミーティング", "商談", "面談", "面会", "訪問", "来社",
            "電話", "プレゼン", "デモ", "質疑", "セミナー", "ウェビナー", "ワークショップ", "レビュー", "キックオフ",
            "meeting", "meetings", "demo", "demos", "demonstration", "presentation", "presentations", "presented", "pitch", "call", "calls", "phone",
            "conference", "workshop", "workshops", "webinar", "seminar", "review", "reviews", "visit", "visits", "session", "sessions", "kickoff",
            "kick-off", "briefing", "walkthrough", "readout", "interview", "lunch", "dinner", "trade show", "committee", "q&a", "standup",
        ],
        [
            "会議室", "会議システム", "教育委員会", "見学者管理", "訪問看護", "訪問介護", "電話番号", "電話機", "電話システム", "プレゼント", "デモグラ",
            "call center", "call centre", "call it", "call us", "call them", "phone number", "phone system", "conference room", "conference system", "review site",
            "not meeting", "meeting our", "meeting their", "meeting all", "meeting needs", "meeting requirements", "meeting expectations", "meeting room",
        ]);

    public static bool AreIn(string text) => Words.IsIn(text);
}
