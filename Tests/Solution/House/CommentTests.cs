namespace CrmExtensions.Tests.House;

/// <summary>A comment states a reason or a surprise; everything else is a name (style.md 2: 14).</summary>
[TestClass]
public sealed class CommentTests
{
    [TestMethod]
    public void There_are_no_regions() => Expect.NoComplaint(CSharpFile.All, Comments.Regions);

    [TestMethod]
    public void There_is_no_code_in_comments() => Expect.NoComplaint(CSharpFile.All, Comments.DeadCode);

    [TestMethod]
    public void Documentation_says_something_or_is_not_there() => Expect.NoComplaint(CSharpFile.All, Comments.EmptyTags);
}
