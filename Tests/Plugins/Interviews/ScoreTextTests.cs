using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>wl_ScoreText gives a form the verdict that the server will give (product.md 7, examples of 12).</summary>
[TestClass]
public sealed class ScoreTextTests
{
    [TestMethod]
    [DataRow("価格面で他社に決定", null, null, null, null, null, 0, 0)]
    [DataRow("プレゼンの印象が良かったと担当者から聞いた", null, 2, 3, 0, "B", 50, 1)]
    [DataRow("6/12の役員会で情報システム部長が「移行計画が見えない」と発言し、A社が示した90日の導入計画と並べて比べられ、その場でA社に傾いた", "移行計画が見えない", 2, 9, 9, "b", 85, 2)]
    public void A_text_scores_as_the_product_says(string text, string? remark, int? role, int? stage, int? trigger, string? grade, int score, int band)
    {
        using var office = new Office();

        var answer = Score(office, ("Text", text), ("Remark", remark), ("Role", role), ("Stage", stage), ("Trigger", trigger), ("Grade", grade));

        Assert.AreEqual(score, answer["Score"]);
        Assert.AreEqual(band, answer["Band"]);
    }

    [TestMethod]
    [DataRow(1033, "Who")]
    [DataRow(1041, "どなた")]
    public void The_questions_are_in_the_language_of_the_caller(int language, string word)
    {
        using var office = new Office();
        office.System.Create(new Entity(UserSettings.Table, office.RepId) { [UserSettings.UILanguageId] = language });

        var answer = Score(office, ("Text", "色々"));

        Assert.Contains(word, (string)answer["Questions"], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("E4", (string)answer["Missing"]);
        Assert.Contains("E1=0/15", (string)answer["Elements"]);
    }

    [TestMethod]
    [DataRow("Role", 7)]
    [DataRow("Stage", -1)]
    [DataRow("Trigger", 14)]
    [DataRow("Grade", "E")]
    [DataRow("Grade", "0")]
    public void Codes_that_are_none_are_refused_by_name(string parameter, object value)
    {
        using var office = new Office();

        var refusal = Desk.Refusal(() => Score(office, ("Text", "x"), (parameter, value)));

        Assert.Contains(value.ToString()!, refusal);
    }

    [TestMethod]
    public void Nothing_at_all_scores_nothing()
    {
        using var office = new Office();

        Assert.AreEqual(0, Score(office)["Score"]);
    }

    private static ParameterCollection Score(Office office, params (string Name, object? Value)[] given)
    {
        var request = new OrganizationRequest("wl_ScoreText");
        foreach (var (name, value) in given.Where(parameter => parameter.Value is not null))
        {
            request[name] = value;
        }

        return office.Rep.Execute(request).Results;
    }
}
