using CrmExtensions.Specificity;
using CrmExtensions.Texts;

namespace CrmExtensions.Tests;

[TestClass]
public sealed class QuestionsTests
{
    private static readonly Element[] Earned = [Element.E1, Element.E2, Element.E3, Element.E4, Element.E5, Element.E6, Element.E7, Element.E8];

    [TestMethod]
    [DataRow(Language.Japanese)]
    [DataRow(Language.English)]
    public void Every_element_that_can_be_earned_has_a_question_of_its_own(Language language)
    {
        var questions = Earned.Select(element => Questions.For(element, language)).ToList();

        Assert.AreEqual(Earned.Length, questions.Distinct().Count());
        Assert.IsTrue(questions.All(question => PlainText.Of(question).IsJapanese == (language == Language.Japanese)));
        Assert.IsTrue(questions.All(question => question.EndsWith(language == Language.Japanese ? "" : "?", StringComparison.Ordinal)));
    }

    [TestMethod]
    [DataRow(Language.Japanese, "どの会議で、どなたが、何とおっしゃいましたか")]
    [DataRow(Language.English, "In which meeting was it, who spoke, and what exactly was said?")]
    public void When_who_and_what_are_asked_in_one_question(Language language, string scene) => CollectionAssert.AreEqual(
        new[] { scene, Questions.For(Element.E5, language) },
        Questions.ToAsk([Element.E1, Element.E2, Element.E4, Element.E5], language).ToList());

    [TestMethod]
    public void What_is_known_of_the_scene_is_not_asked_again() => CollectionAssert.AreEqual(
        new[] { Questions.For(Element.E1, Language.English), Questions.For(Element.E4, Language.English) },
        Questions.ToAsk([Element.E1, Element.E4], Language.English).ToList());

    [TestMethod]
    public void Nothing_missing_is_nothing_to_ask() => Assert.IsEmpty(Questions.ToAsk([], Language.Japanese));
}
