using System.Text;
using System.Text.Json;

namespace CrmExtensions.Tests;

/// <summary>The score command, run as a user runs it.</summary>
[TestClass]
public sealed class ScoreTests
{
    private const string Half = """{"text":"プレゼンの印象が良かったと担当者から聞いた","role":1,"stage":3,"trigger":0,"grade":"B"}""";

    [TestMethod]
    public async Task The_worked_examples_score_as_in_an_org_one_object_a_line()
    {
        var run = await Scored(
            """{"text":"価格面で他社に決定"}""",
            """{"text":"総合的に判断した結果、他社に決まったため","stage":3}""",
            Half,
            """{"text":"デモの場で現場リーダーが自分のデータを取り込めた瞬間に表情が変わり、翌日に稟議を上げると言ってくださった","remark":"これなら明日から使える","date":"2026-06-12","role":3,"stage":4,"trigger":5,"grade":"A"}""",
            """{"text":"6/12の役員会で情報システム部長が「移行計画が見えない」と発言し、A社が示した90日の導入計画と並べて比べられ、その場でA社に傾いた","remark":"移行計画が見えない","contrast":"A社は90日の導入計画を示した","role":0,"stage":9,"trigger":2,"grade":"B","owner":"x"}""");

        Assert.AreEqual(0, run.ExitCode, run.Error);
        CollectionAssert.AreEqual(new[] { "0 vague", "0 vague", "50 partly", "75 specific", "100 specific" }, Lines(run).Select(Result).ToList());
        Assert.Contains("5 reports: 2 (40.0%) vague, 1 (20.0%) partly specific, 2 (40.0%) specific. 0 lines rejected.", run.Error);
    }

    [TestMethod]
    public async Task A_line_names_every_element_and_the_question_for_what_is_missing()
    {
        var line = Lines(await Scored(Half)).Single();

        CollectionAssert.AreEqual(new[] { "score", "band", "elements", "missing" }, line.EnumerateObject().Select(property => property.Name).ToList());
        CollectionAssert.AreEqual(
            new[] { "E1 15/15", "E2 15/15", "E3 10/10", "E4 0/20", "E5 0/10", "E6 0/15", "E7 0/5", "E8 10/10", "P1 0/-30", "P2 0/-30" },
            line.GetProperty("elements").EnumerateArray().Select(element => $"{element.GetProperty("element")} {element.GetProperty("points")}/{element.GetProperty("of")}").ToList());
        var missing = line.GetProperty("missing").EnumerateArray().ToList();
        CollectionAssert.AreEqual(new[] { "E4", "E5", "E6", "E7" }, missing.Select(element => element.GetProperty("element").GetString()).ToList());
        Assert.IsTrue(missing.All(element => element.GetProperty("question").GetProperty("ja").GetString()!.Length > 0 && element.GetProperty("question").GetProperty("en").GetString()!.EndsWith('?')));
    }

    [TestMethod]
    public async Task Lines_that_cannot_be_used_are_listed_with_number_property_and_reason_and_the_rest_goes_on()
    {
        var run = await Scored(
            Half, "", "not json", "[]", "{}", """{"text":null}""", """{"text":5}""", """{"text":"a","remark":[]}""", """{"text":"a","role":7}""",
            """{"text":"a","stage":14}""", """{"text":"a","trigger":-1}""", """{"text":"a","stage":"3"}""", """{"text":"a","date":"12/06/2026"}""",
            """{"text":"a","grade":"E"}""", """{"text":"a","grade":1}""", """{"text":"\ud800"}""", "{\"text\":\"a\"", "  ", """{"text":"会議"}""");

        Assert.AreEqual(2, run.ExitCode, run.Error);
        CollectionAssert.AreEqual(new[] { "50 partly", "15 vague" }, Lines(run).Select(Result).ToList());
        foreach (var words in new[]
        {
            "Line 3: is no JSON, at byte ", "Line 4: is no JSON object", "Line 5, text: is missing", "Line 6, text: is missing", "Line 7, text: 5 is no text",
            "Line 8, remark: [] is no text", "Line 9, role: 7 is no code from 0 to 6", "Line 10, stage: 14 is no code from 0 to 13", "Line 11, trigger: -1 is no code",
            "Line 12, stage: \"3\" is no code", "Line 13, date: '12/06/2026' is no ISO 8601 date", "Line 14, grade: \"E\" is no grade from A to D", "Line 15, grade: 1 is no grade",
            "Line 16, text: is no Unicode text", "Line 17: is no JSON", "15 lines rejected.",
        })
        {
            Assert.Contains(words, run.Error);
        }
    }

    [TestMethod]
    [DataRow("""{"text":"会議で決定","role":6,"stage":13,"trigger":13}""", 15, DisplayName = "unknown is not known")]
    [DataRow("""{"text":"会議で決定","role":5,"stage":12,"trigger":12}""", 40, DisplayName = "other is known")]
    [DataRow("""{"text":"決定","date":"2026-06-12T10:00:00+09:00","role":null,"grade":"C"}""", 15, DisplayName = "a moment, a null, a weak grade")]
    public async Task The_codes_are_those_of_the_form(string line, int score) => Assert.AreEqual(score, Lines(await Scored(line)).Single().GetProperty("score").GetInt32());

    [TestMethod]
    public async Task The_same_text_costs_30_from_its_second_occurrence_on()
    {
        var run = await Scored(Half, Half.Replace("プレゼン", "ﾌﾟﾚｾﾞﾝ", StringComparison.Ordinal), Half);

        CollectionAssert.AreEqual(new[] { "50 partly", "20 vague", "20 vague" }, Lines(run).Select(Result).ToList());
    }

    [TestMethod]
    [DataRow("\uFEFF{\"text\":\"会議\"}\r\n{\"text\":\"会議 2\"}")]
    [DataRow("\n\n{\"text\":\"会議\"}\n  \n{\"text\":\"会議 2\"}\n\n")]
    public async Task Byte_order_mark_carriage_returns_and_blank_lines_are_no_matter(string text)
    {
        using var file = new DealsFile(text);

        var run = await HostRun.Of("score", file.Path);

        Assert.AreEqual(0, run.ExitCode, run.Error);
        CollectionAssert.AreEqual(new[] { "15 vague", "20 vague" }, Lines(run).Select(Result).ToList());
    }

    [TestMethod]
    [DataRow("", "is empty. It needs one JSON object a line")]
    [DataRow(" \n\n", "is empty. It needs one JSON object a line")]
    [DataRow("{\"text\":\"a\0\"}", "is not UTF-8")]
    public async Task A_file_that_is_broken_as_a_whole_is_refused(string text, string words)
    {
        using var file = new DealsFile(text);

        AssertRefused(await HostRun.Of("score", file.Path), file.Path, words);
    }

    [TestMethod]
    [DataRow("utf-16")]
    [DataRow("iso-8859-1")]
    public async Task Another_encoding_than_UTF8_is_refused_and_nothing_is_written(string encoding)
    {
        using var file = new DealsFile([.. Encoding.UTF8.GetBytes(Half + "\n"), .. Encoding.GetEncoding(encoding).GetBytes("{\"text\":\"Zür\"}")]);

        AssertRefused(await HostRun.Of("score", file.Path), file.Path, "is not UTF-8. Save it as UTF-8");
    }

    [TestMethod]
    public async Task A_file_that_is_not_there_is_refused() => AssertRefused(await HostRun.Of("score", "nowhere.jsonl"), "nowhere.jsonl", "cannot be read");

    private static async Task<HostRun> Scored(params string[] lines)
    {
        using var file = new DealsFile(string.Join('\n', lines));
        return await HostRun.Of("score", file.Path);
    }

    private static IEnumerable<JsonElement> Lines(HostRun run) =>
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Result(JsonElement line) => $"{line.GetProperty("score")} {line.GetProperty("band")}";

    private static void AssertRefused(HostRun run, string about, string words)
    {
        Assert.AreEqual(1, run.ExitCode);
        Assert.AreEqual("", run.Output);
        Assert.Contains(about, run.Error);
        Assert.Contains(words, run.Error);
        Assert.DoesNotContain("   at ", run.Error);
    }
}
