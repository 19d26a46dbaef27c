using System.Text.RegularExpressions;

namespace CrmExtensions.Tests.Templates;

/// <summary>The e-mail that asks a customer for a hearing (product.md 5.5 and 9).</summary>
[TestClass]
public sealed partial class HearingRequestTests
{
    [TestMethod]
    [DataRow("won", 4)]
    [DataRow("lost", 5)]
    public void Asks_politely_and_the_same_in_both_languages(string outcome, int questions)
    {
        var halves = Read(outcome).Split("\n---\n");

        Assert.HasCount(2, halves);
        Assert.Contains("差し支えなければ", halves[0]);
        Assert.Contains("個人的なご意見で構いませんので", halves[0]);
        Assert.Contains("If you do not mind", halves[1]);
        Assert.Contains("Your personal view", halves[1]);
        Assert.HasCount(questions, Numbered().Matches(halves[0]));
        Assert.HasCount(questions, Numbered().Matches(halves[1]));
    }

    [TestMethod]
    [DataRow("won")]
    [DataRow("lost")]
    public void Merges_the_name_of_the_contact_and_nothing_else(string outcome) =>
        CollectionAssert.AreEqual(new[] { "{!contact:fullname;}" }, MergeField().Matches(Read(outcome)).Select(field => field.Value).Distinct().ToList());

    [TestMethod]
    public void Asks_about_price_only_whom_we_lost()
    {
        Assert.Contains("価格と条件が同じだったら", Read("lost"));
        Assert.DoesNotContain("価格", Read("won"));
    }

    private static string Read(string outcome) => File.ReadAllText(Path.Combine(Repo.Root, "pac-config", "templates", $"hearing-request-{outcome}.txt")).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^\d\. ", RegexOptions.Multiline)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"\{![^}]*\}")]
    private static partial Regex MergeField();
}
