using CrmExtensions.Specificity;

namespace CrmExtensions.Tests;

/// <summary>Reports as Japanese reps write them.</summary>
[TestClass]
public sealed class JapaneseReportsTests
{
    [TestMethod]
    [DataRow("")]
    [DataRow("　")]
    [DataRow("なし")]
    [DataRow("特になし。")]
    [DataRow("ー不明ー")]
    [DataRow("（未定）")]
    [DataRow("同上")]
    [DataRow("Ｎ／Ａ")]
    [DataRow("予算の都合")]
    [DataRow("予算の都合により見送り")]
    [DataRow("価格面、タイミング、優先順位、関係性、力不足")]
    [DataRow("諸般の事情により、今回はご縁がなかったとのこと")]
    [DataRow("競合に負けた。力不足です。")]
    [DataRow("社内事情で色々あったため")]
    [DataRow("なんとなく他社に決まった")]
    [DataRow("タイミングが合わなかった")]
    [DataRow("検討の結果、条件が合わず")]
    [DataRow("他社の方が良かったようです")]
    [DataRow("お客様の判断です。次回頑張ります。")]
    [DataRow("金額が高いと言われました")]
    [DataRow("円滑に進まなかった")]
    public void A_report_that_says_nothing_scores_nothing(string text) => AssertScore(0, Band.Vague, text, "");

    [TestMethod]
    [DataRow(15, "デモの反応はよかったのですが、その後連絡がありません", "")]
    [DataRow(15, "最終プレゼンで失注", "")]
    [DataRow(15, "価格面で定例の後に失注となりました。残念です。", "")]
    [DataRow(5, "見積が300万円を超えていた", "")]
    [DataRow(5, "先月ごろから連絡が途絶えた", "")]
    [DataRow(5, "値引きを二百万円求められて降りた", "")]
    [DataRow(20, "7月3日に失注の連絡", "")]
    [DataRow(20, "昨日の役員会で否決", "")]
    [DataRow(25, "競合の製品の方が使いやすいと評価された", "role stage trigger")]
    [DataRow(30, "既存ベンダーの継続が決まったと購買から電話", "role")]
    [DataRow(35, "部長が稟議を止めたとメールで回答があった", "role stage trigger B")]
    [DataRow(30, "価格面だけの問題だったと聞いているが、詳しくは聞けていない", "date role")]
    public void A_report_with_a_hint_is_vague(int score, string text, string known) => AssertScore(score, Band.Vague, text, known);

    [TestMethod]
    [DataRow(40, "見積説明会のあと、購買部長の反応が冷たくなった", "role stage trigger C", null, null)]
    [DataRow(45, "先週の面談で、導入の手間を気にされていた", "role stage trigger", null, null)]
    [DataRow(45, "セキュリティ審査で社外保管が認められなかった", "role stage trigger", "社外には置けません", null)]
    [DataRow(50, "訪問時に工場長から、操作を覚えられる気がしないと言われた", "role", "うちの班長には無理だよ", null)]
    [DataRow(55, "キックオフ前の打ち合わせで体制の話になり、専任がいないことを不安がられた", "role stage trigger", null, "他社は専任が二名ついていた")]
    [DataRow(65, "稟議の場で経理部長から反対が出たと伺った", "date role stage trigger A", null, "利用料の根拠を示せなかった")]
    [DataRow(65, "4/8の定例で、B社の画面を見せられた", "role stage trigger", "こっちのほうが早いよね", null)]
    [DataRow(55, "価格面", "date role stage trigger B", "五年の総額で比べました", "総額の比較表がなかった")]
    [DataRow(45, "10月2日の会議で情シスから移行の質問が出て、答えを持ち帰ったが翌週まで返せず、その間に他社が先に回答した", "role stage trigger", null, null)]
    public void A_report_with_half_a_scene_is_for_the_manager(int score, string text, string known, string? remark, string? contrast)
    {
        var result = Told.Score(text, known, remark, contrast);

        Assert.AreEqual((score, Band.Partly), (result.Score, result.Band));
    }

    [TestMethod]
    [DataRow(100, "2026年9月14日の経営会議で、常務が当社の試算表を指して「三年で元が取れる」と話され、反対していた製造部長もうなずき、その場で発注が決まった。翌日に注文書をいただいた。", "role stage trigger A", "三年で元が取れるなら、やろう", "他社は初年度の費用しか示さなかった")]
    [DataRow(95, "最終プレゼンの質疑で、品質保証の課長が前回の不具合の件を尋ね、こちらの説明が曖昧だった。隣のＣ社は原因と対策を一枚で配っており、部屋の空気が変わった。", "role stage trigger B", "その件、まだ直っていないのですね", "原因と対策を一枚にまとめて配る")]
    [DataRow(85, "デモで班長が自分のタブレットから入力し、三分で日報が出た。「これなら残業が減る」と声が上がった。", "role stage trigger B", "これなら残業が減る", "紙の日報と並べて時間を測った")]
    [DataRow(75, "６月１２日の役員会で、社長が他社の事例を見て決めたそうです", "role stage trigger B", "同業が使っているのが安心だ", null)]
    [DataRow(80, "展示会で会った開発部長が、翌週の訪問で試作品を手に取り、その重さに驚いていた", "role stage trigger", "前のより軽い、これで行こう", "競合品は二割ほど重かった")]
    public void A_report_that_shows_the_scene_is_specific(int score, string text, string known, string? remark, string? contrast)
    {
        var result = Told.Score(text, known, remark, contrast);

        Assert.AreEqual((score, Band.Specific), (result.Score, result.Band));
    }

    [TestMethod]
    public void The_same_text_for_another_deal_costs_30()
    {
        const string Text = "4/8の定例で、B社の画面を見せられた";

        Assert.AreEqual((65, 35), (Told.Score(Text, "role stage trigger", "こっちのほうが早いよね").Score, Told.Score(Text, "role stage trigger twice", "こっちのほうが早いよね").Score));
    }

    private static void AssertScore(int score, Band band, string text, string known)
    {
        var result = Told.Score(text, known);

        Assert.AreEqual((score, band), (result.Score, result.Band));
    }
}
