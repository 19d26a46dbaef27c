using System.Xml.Linq;
using CrmExtensions.Tests.Tables;

namespace CrmExtensions.Tests.Labels;

/// <summary>Where product.md gives a label, users read that one. Rows for columns that are still to come are added with them.</summary>
[TestClass]
public sealed class ProductLabelTests
{
    [TestMethod]
    [DataRow("wl_interview", "決定場面ヒアリング")]
    [DataRow("wl_interviewcompetitor", "競合状況")]
    [DataRow("wl_rollup", "集計")]
    [DataRow("wl_rollupperiod", "集計期間")]
    [DataRow("wl_foldticket", "集計予約")]
    [DataRow("wl_insight", "共有インサイト")]
    [DataRow("wl_setting", "設定")]
    [DataRow("wl_reason", "理由マスタ")]
    [DataRow("wl_vaguephrase", "曖昧表現辞書")]
    [DataRow("wl_interviewreason", "ヒアリング理由")]
    [DataRow("wl_waiver", "ヒアリング免除申請")]
    [DataRow("wl_evidence", "証跡")]
    [DataRow("wl_approver", "承認者")]
    [DataRow("wl_marketerassignment", "マーケター配置")]
    public void A_table_is_called_what_the_product_calls_it(string table, string japanese)
    {
        var entity = Table(table).Entity;

        Assert.AreEqual(japanese, In(LabelGroup.Japanese, entity.Element("LocalizedNames")!, table));
        Assert.AreEqual(japanese, In(LabelGroup.Japanese, entity.Element("LocalizedCollectionNames")!, table));
    }

    [TestMethod]
    public void Every_table_of_ours_has_a_row_above() => CollectionAssert.AreEquivalent(
        typeof(ProductLabelTests).GetMethod(nameof(A_table_is_called_what_the_product_calls_it))!
            .GetCustomAttributes(typeof(DataRowAttribute), inherit: false).Cast<DataRowAttribute>().Select(row => row.Data[0]).ToList(),
        TableXml.Own.Select(table => table.LogicalName).ToList());

    // Codes that we copy stand beside the text they stand for: the product's label is the text's.
    [TestMethod]
    [DataRow("wl_name", "番号", "Number")]
    [DataRow("wl_opportunityid", "営業案件", "Opportunity")]
    [DataRow("wl_closekey", "クローズキー", "Close key")]
    [DataRow("wl_closesequence", "クローズ回数", "Close sequence")]
    [DataRow("wl_iscurrent", "最新", "Is current")]
    [DataRow("wl_outcome", "結果", "Outcome")]
    [DataRow("wl_closedon", "クローズ日", "Closed on")]
    [DataRow("wl_accountid", "取引先企業", null)]
    [DataRow("wl_contactid", "主担当者", null)]
    [DataRow("wl_value", "金額", "Value")]
    [DataRow("wl_basevalue", "金額（基準通貨）", "Base value")]
    [DataRow("wl_valueband", "金額帯", "Value band")]
    [DataRow("wl_ownerid_atclose", "担当者（クローズ時）", null)]
    [DataRow("wl_ownerteamid_atclose", "チーム（クローズ時）", null)]
    [DataRow("wl_businessunitid_atclose", "部署（クローズ時）", null)]
    [DataRow("wl_closedbyid", "クローズ操作者", null)]
    [DataRow("wl_industrylabel", "業種", "Industry")]
    [DataRow("wl_productline", "製品ライン", "Product line")]
    [DataRow("wl_leadsourcelabel", "流入元", null)]
    [DataRow("wl_campaignid", "キャンペーン", null)]
    [DataRow("wl_dealagedays", "案件日数", null)]
    [DataRow("wl_stageatclose", "最終ステージ", null)]
    [DataRow("wl_statusreasonlabel", "クローズ理由（標準）", "Native status reason")]
    [DataRow("wl_closedvia", "クローズ経路", "Close path")]
    [DataRow("wl_lossoutcome", "失注の行き先", "Loss outcome")]
    [DataRow("wl_contest", "勝負の見立て", "Contest")]
    [DataRow("wl_contestpattern", "接戦の型", "Contest pattern")]
    [DataRow("wl_position", "当社の位置", "Our position")]
    [DataRow("wl_sellerreasonid", "失注原因・勝因（自社仮説）", "Our hypothesis")]
    [DataRow("wl_sellermomentstage", "決まった場面の予想", "Guessed moment")]
    [DataRow("wl_sellernote", "補足", "Note")]
    [DataRow("wl_hearingstatus", "ヒアリング状況", "Hearing status")]
    [DataRow("wl_heardon", "実施日", "Heard on")]
    [DataRow("wl_heardchannel", "方法", "Channel")]
    [DataRow("wl_interviewerid", "聞き手", "Interviewer")]
    [DataRow("wl_respondentid", "回答者", "Respondent")]
    [DataRow("wl_respondentrole", "回答者の立場", "Respondent's role")]
    [DataRow("wl_momentstage", "決定場面（いつ）", "When")]
    [DataRow("wl_momenttrigger", "心が動いたきっかけ", "What moved them")]
    [DataRow("wl_momenton", "時期", "Approx. date")]
    [DataRow("wl_momentmeetingid", "該当の商談", "Meeting")]
    [DataRow("wl_momentnarrative", "場面の描写", "Scene")]
    [DataRow("wl_decidingremark", "決め手の一言", "Deciding remark")]
    [DataRow("wl_speakerside", "発言者", "Speaker side")]
    [DataRow("wl_speakerrole", "発言者の立場", "Speaker role")]
    [DataRow("wl_speakername", "発言者名", "Speaker name")]
    [DataRow("wl_before", "心の変化（前）", "Before")]
    [DataRow("wl_after", "心の変化（後）", "After")]
    [DataRow("wl_mood", "雰囲気", "Mood")]
    [DataRow("wl_atmosphere", "肌で感じたこと", "Nuance")]
    [DataRow("wl_samepricechoice", "同条件なら当社か", "Same-price answer")]
    [DataRow("wl_pricekind", "価格の種類", "Kind of price reason")]
    [DataRow("wl_contrast", "比べて何が違ったか", "Compared with what")]
    [DataRow("wl_whatwouldchange", "次に変えるべきこと", "What should change")]
    [DataRow("wl_reapproach", "再提案", "Re-approach")]
    [DataRow("wl_reapproachon", "再提案の時期", "Re-approach on")]
    [DataRow("wl_reproducibility", "再現性", "Reproducibility")]
    [DataRow("wl_conditions", "再現の条件", "Conditions")]
    [DataRow("wl_push", "現状の不満", "Push")]
    [DataRow("wl_pull", "新案の魅力", "Pull")]
    [DataRow("wl_anxiety", "不安", "Anxiety")]
    [DataRow("wl_habit", "慣れ", "Habit")]
    [DataRow("wl_contentinfluence", "影響した資料・コンテンツ", "Content that mattered")]
    [DataRow("wl_firstsubmittedon", "初回提出", "First submitted on")]
    [DataRow("wl_daystohearing", "クローズ→実施日数", "Days to hearing")]
    [DataRow("wl_daystocomplete", "クローズ→完了日数", "Days to completion")]
    [DataRow("wl_ontime", "期限内", "On time")]
    [DataRow("wl_isdue", "期限到来", "Is due")]
    [DataRow("wl_isoverdue", "期限超過", "Is overdue")]
    [DataRow("wl_isstale", "長期未完", "Is stale")]
    [DataRow("wl_texthash", "重複検出", "Text hash")]
    [DataRow("wl_specificityband", "具体度", "Specificity")]
    [DataRow("wl_vagueflags", "不足", "What is missing")]
    [DataRow("wl_evidencegrade", "証拠の強さ", "Evidence grade")]
    [DataRow("wl_reviewerid", "確認者", "Reviewer")]
    [DataRow("wl_returncount", "差し戻し回数", "Times returned")]
    [DataRow("wl_sharinglevel", "公開範囲", "Sharing level")]
    [DataRow("wl_customerconsent", "顧客の許諾", "Customer's consent")]
    [DataRow("wl_partadueon", "振り返り期限", null)]
    [DataRow("wl_dueon", "ヒアリング期限", null)]
    [DataRow("wl_childstamp", "子の変更", null)]
    public void A_column_of_the_interview_is_called_what_the_product_calls_it(string column, string japanese, string? english)
    {
        var labels = Table("wl_interview").Column(column)!.Element.Element("displaynames")!;

        Assert.AreEqual(japanese, In(LabelGroup.Japanese, labels, column));
        Assert.AreEqual(english ?? In(LabelGroup.English, labels, column), In(LabelGroup.English, labels, column));
    }

    [TestMethod]
    [DataRow(1, 1, "未着手", "Not started")]
    [DataRow(2, 727000002, "記入中", "In progress")]
    [DataRow(3, 727000003, "ヒアリング予定", "Scheduled")]
    [DataRow(4, 727000004, "確認待ち", "Submitted")]
    [DataRow(5, 727000005, "差し戻し", "Returned")]
    [DataRow(6, 2, "完了", "Completed")]
    [DataRow(7, 727000007, "完了（ヒアリング免除）", "Completed, hearing waived")]
    [DataRow(8, 727000008, "取消（再オープン）", "Superseded")]
    [DataRow(9, 727000009, "対象外", "Out of scope")]
    public void A_status_is_stored_and_called_as_the_product_says(int number, int value, string japanese, string english)
    {
        var options = ChoiceXml.Local.Single(choice => choice.Name == "wl_interview_statuscode").Options.ToList();
        var option = options[number - 1];

        Assert.AreEqual(value, ChoiceXml.Value(option));
        Assert.AreEqual(number <= 5 ? 0 : 1, ChoiceXml.Number(option, "state"));
        Assert.AreEqual(japanese, In(LabelGroup.Japanese, option.Element("labels")!, "statuscode"));
        Assert.AreEqual(english, In(LabelGroup.English, option.Element("labels")!, "statuscode"));
    }

    private static TableXml Table(string name) => TableXml.Own.Single(table => table.LogicalName == name);

    private static string In(string language, XElement labels, string what) => labels.Elements().SingleOrDefault(label => label.Attr("languagecode") == language) is { } found
        ? found.Attr("description")
        : throw new AssertFailedException($"{what} has no text in {language}.");
}
