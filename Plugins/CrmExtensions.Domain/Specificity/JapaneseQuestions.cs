namespace CrmExtensions.Specificity;

internal static class JapaneseQuestions
{
    public const string Scene = "どの会議で、どなたが、何とおっしゃいましたか";

    public static IReadOnlyDictionary<Element, string> Texts { get; } = new Dictionary<Element, string>
    {
        [Element.E1] = "それはいつ、どの場（会議・プレゼン・デモなど）でのことでしたか",
        [Element.E2] = "どなたのお考えでしたか。その方のお立場（決裁者・起案者・評価者など）も教えていただけますか",
        [Element.E3] = "商談のどの段階で、何をきっかけに、お気持ちが動かれましたか",
        [Element.E4] = "決め手になった一言を、おっしゃったとおりに教えていただけますか（8文字以上）",
        [Element.E5] = "その場で何が起き、どなたがどう反応されたか、順を追って教えていただけますか（60文字以上）",
        [Element.E6] = "ほかの案と比べて、どこが違いましたか。もう一度ご提案できるとしたら、何を変えるべきでしょうか",
        [Element.E7] = "日付・金額・期間・人数など、具体的な数字はありましたか",
        [Element.E8] = "お客さまご本人の言葉だと確かめられる記録（録画・議事録・メール・メモ）はありますか",
    };
}
