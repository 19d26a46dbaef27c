namespace CrmExtensions.Tests.House;

/// <summary>The measures of this folder, on samples: a rule that cannot be broken proves nothing.</summary>
[TestClass]
public sealed class MeasureTests
{
    [TestMethod]
    [DataRow("Go();", 1)]
    [DataRow("if (a) { Go(); } else { Stop(); }", 2)]
    [DataRow("if (a && b || c) { Go(); }", 4)]
    [DataRow("foreach (var x in y) { while (x) { } }", 3)]
    [DataRow("var x = a ? b : c ?? d;", 3)]
    [DataRow("x ??= a?.b;", 2)]
    [DataRow("switch (a) { case 1: case 2: Go(); break; default: break; }", 3)]
    [DataRow("var x = a switch { 1 or 2 => b, > 3 => c, _ => d };", 3)]
    [DataRow("try { Go(); } catch (A) when (b) { } finally { }", 2)]
    [DataRow("Go(x => x ? a : b);", 2)]
    public void Ways_through_a_method_are_counted_after_mccabe(string body, int expected) => Assert.AreEqual(expected, Member.In(Method(body)).Single().Complexity);

    [TestMethod]
    public void A_local_function_is_a_member_of_its_own()
    {
        var members = Member.In(Method("Go(); void Go() { if (a) { } }")).Select(member => member.Complexity);

        CollectionAssert.AreEqual(new[] { 1, 2 }, members.ToArray());
    }

    [TestMethod]
    [DataRow("a();\n\n// why\nb();", 2, DisplayName = "blanks and comments are no code")]
    [DataRow("a(\n  b,\n  c);", 3, DisplayName = "a statement counts by its lines")]
    [DataRow("a(\"\"\"\n  b\n  c\n  \"\"\");", 4, DisplayName = "a text counts by its lines")]
    public void Lines_are_counted_that_hold_code(string body, int expected) => Assert.AreEqual(expected, CodeLines.Of(Method("\n" + body + "\n").Root.DescendantTokens()) - 2);

    [TestMethod]
    public void Rows_of_a_table_above_a_test_are_not_part_of_it() =>
        Assert.AreEqual(1, Member.In(CSharpFile.Parse("", "class C {\n[Row(1)]\n[Row(2)]\nvoid M() { }\n}")).Single().Lines);

    [TestMethod]
    [DataRow("return;")]
    [DataRow("var x = 1")]
    [DataRow("if (a) {")]
    [DataRow("}")]
    [DataRow("org.Create(row)")]
    public void Code_in_a_comment_is_found(string comment) => Assert.HasCount(1, Comments.DeadCode(Method($"\n// {comment}\n")));

    [TestMethod]
    [DataRow("Both, when a child moves from one interview to another.")]
    [DataRow("if nothing is said, the platform's own")]
    [DataRow("CA1031: the last resort of a command")]
    [DataRow("alias.column (lower case)")]
    public void Prose_in_a_comment_is_not_taken_for_code(string comment) => Assert.IsEmpty(Comments.DeadCode(Method($"\n// {comment}\n")));

    [TestMethod]
    [DataRow("<summary></summary>", 1)]
    [DataRow("<summary> </summary>", 1)]
    [DataRow("<returns/>", 1)]
    [DataRow("<summary>A reason.</summary>", 0)]
    [DataRow("<summary><inheritdoc/></summary>", 0)]
    public void Empty_tags_are_found(string documentation, int expected) =>
        Assert.HasCount(expected, Comments.EmptyTags(CSharpFile.Parse("", $"/// {documentation}\nclass C {{ }}")));

    private static CSharpFile Method(string body) => CSharpFile.Parse("", $"class C {{ void M() {{{body}}} }}");
}
