using System.Text.RegularExpressions;

namespace CrmExtensions.Tests.Templates;

/// <summary>The hearing request that sellers send: polite, in both languages, with the questions of product.md 5.5.</summary>
[TestClass]
public sealed partial class HearingRequestTests
{
    // Contact and user are tables of every org; a name or a company is all that is filled in.
    private static readonly string[] Fields = ["contact/parentcustomerid/@name", "contact/fullname", "systemuser/fullname"];

    private static readonly Dictionary<string, (string Japanese, string English)> Questions = new()
    {
        ["Q1 won"] = ("どの場面で、当社に決めようと思われましたか。いつ、どなたがいらした場でしたか", "At which moment did you lean to us? When, and who was there?"),
        ["Q1 lost"] = ("どの場面で、ほかの選択（他社・見送りなど）に決めようと思われましたか。いつ、どなたがいらした場でしたか", "At which moment did you lean to the other choice? When, and who was there?"),
        ["Q2"] = ("その場で、どなたのどんな一言が決め手になりましたか", "Whose words tipped it, and what exactly was said?"),
        ["Q3"] = ("その一言の前と後で、お気持ちはどう変わりましたか", "What did you think before and after?"),
        ["Q4"] = ("もし価格と条件が同じだったら、当社を選ばれましたか。それでも残る理由は何ですか", "At equal price and terms, would you have chosen us? What would still hold you back?"),
        ["Q5"] = ("もう一度ご提案できるとしたら、何を変えるべきでしょうか", "If we could propose again, what should change?"),
        ["Q6"] = ("ほかのお客さまでも同じ場面を作れると思われますか。何があったから動いたのでしょう", "What made that moment possible? Would it repeat elsewhere?"),
    };

    [TestMethod]
    [DataRow("won", "Q1 won|Q2|Q3|Q6")]
    [DataRow("lost", "Q1 lost|Q2|Q3|Q4|Q5")]
    public void Each_outcome_asks_its_questions_in_their_order_and_no_others_in_both_languages(string outcome, string expected)
    {
        var text = EmailTemplate.Of(outcome).Read;

        Assert.AreEqual(expected, Asked(question => text.IndexOf(question.Japanese, StringComparison.Ordinal)));
        Assert.AreEqual(expected, Asked(question => text.IndexOf(question.English, StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow("won")]
    [DataRow("lost")]
    public void It_asks_politely_and_offers_the_softeners_of_both_languages(string outcome)
    {
        var text = EmailTemplate.Of(outcome).Read;

        foreach (var softener in new[] { "差し支えなければ", "個人的なご意見で構いません", "If you do not mind", "Your personal view is all we ask for" })
        {
            Assert.Contains(softener, text);
        }
    }

    [TestMethod]
    public void Who_chose_somebody_else_is_asked_where_possible()
    {
        Assert.Contains("可能であれば", EmailTemplate.Of("lost").Read);
        Assert.Contains("if at all possible", EmailTemplate.Of("lost").Read);
        Assert.DoesNotContain("可能であれば", EmailTemplate.Of("won").Read);
    }

    [TestMethod]
    public void Japanese_comes_first_and_English_below_in_one_template_because_nobody_knows_what_the_customer_reads() =>
        Expect.All(EmailTemplate.All, template => LastJapanese().Match(template.Read).Index < template.Read.IndexOf("(English)", StringComparison.Ordinal), "mixes them.");

    [TestMethod]
    public void It_fills_in_only_names_that_every_org_has() => Expect.NoComplaint(EmailTemplate.All, template =>
        template.Fields.Except(Fields).Select(field => $"{template} fills in {field}.").Concat(Expect.Unless(!template.SentSubject.Contains("{!", StringComparison.Ordinal), $"{template} fills in its subject.")));

    [TestMethod]
    public void What_is_sent_is_what_is_edited() => Expect.All(
        EmailTemplate.All,
        template => template.Sent == template.Edited && template.SentSubject == template.EditedSubject && template.SentSubject.Length is > 0 and < 100,
        "does not.");

    [TestMethod]
    public void Its_text_is_encoded_and_has_neither_links_nor_scripts() => Expect.NoComplaint(EmailTemplate.All, template =>
    [
        .. template.Encoded.Where(text => Unencoded().IsMatch(text)).Select(text => $"{template} has the text '{text}'."),
        .. Expect.Unless(PlainTags().Replace(template.Sent, "").IndexOf('<', StringComparison.Ordinal) < 0, $"{template} has other tags than paragraphs and lists."),
    ]);

    [TestMethod]
    public void It_is_a_template_for_contacts_written_as_utf_8_with_line_feeds() => Expect.NoComplaint(EmailTemplate.All, template =>
    [
        .. Expect.Unless((template.Root.Text("templatetypecode"), template.Root.Text("generationtypecode"), template.Root.Text("IsCustomizable")) == ("2", "0", "1"), $"{template} is not."),
        .. template.Files.Where(file => Repo.Text(file) is var text && (!text.EndsWith('\n') || text.Contains('\r', StringComparison.Ordinal))),
    ]);

    [TestMethod]
    public void There_is_one_for_each_outcome_with_a_title_in_both_languages() => CollectionAssert.AreEqual(
        new[] { "決定場面ヒアリングのお願い（受注） / Hearing request (won)", "決定場面ヒアリングのお願い（失注） / Hearing request (lost)" },
        EmailTemplate.All.Select(template => template.Title).ToList());

    private static string Asked(Func<(string Japanese, string English), int> place) => string.Join('|', Questions
        .Select(question => (question.Key, Place: place(question.Value)))
        .Where(question => question.Place >= 0)
        .OrderBy(question => question.Place)
        .Select(question => question.Key));

    [GeneratedRegex(@"[\u3040-\u30ff\u4e00-\u9fff]", RegexOptions.RightToLeft)]
    private static partial Regex LastJapanese();

    [GeneratedRegex("[<>]|&(?!(amp|lt|gt|quot|#[0-9]+);)")]
    private static partial Regex Unencoded();

    [GeneratedRegex("</?(div|p|ol|li)>|<(br|hr)>")]
    private static partial Regex PlainTags();
}
