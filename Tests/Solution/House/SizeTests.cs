using System.Globalization;

namespace CrmExtensions.Tests.House;

/// <summary>The budget (style.md 5); sizes are counted in lines of code.</summary>
[TestClass]
public sealed class SizeTests
{
    private const int LongestFile = 250;
    private const int LongestTestFile = 200;
    private const int MedianFile = 30;
    private const int LongestMember = 40;
    private const int NineInTenMembers = 17;
    private const int MostComplex = 10;

    [TestMethod]
    public void A_file_fits_on_a_few_screens() => Expect.NoComplaint(CSharpFile.All, file =>
        AtMost(file.IsTest ? LongestTestFile : LongestFile, LinesOf(file), file, "lines of code"));

    [TestMethod]
    public void A_member_fits_on_one_screen() => Expect.NoComplaint(Member.All, member => AtMost(LongestMember, member.Lines, member, "lines of code"));

    [TestMethod]
    public void A_member_can_be_followed() => Expect.NoComplaint(Member.All, member => AtMost(MostComplex, member.Complexity, member, "ways through it"));

    [TestMethod]
    public void Half_of_the_files_are_small() => Assert.IsLessThanOrEqualTo(MedianFile, At(0.5, CSharpFile.All.Where(file => !file.IsTest).Select(LinesOf)));

    [TestMethod]
    public void Nine_in_ten_members_are_small() => Assert.IsLessThanOrEqualTo(NineInTenMembers, At(0.9, Member.All.Select(member => member.Lines)));

    private static int LinesOf(CSharpFile file) => CodeLines.Of(file.Root.DescendantTokens());

    private static IEnumerable<string> AtMost(int limit, int found, object what, string unit) =>
        Expect.Unless(found <= limit, string.Create(CultureInfo.InvariantCulture, $"{what} has {found} {unit}, which is more than {limit}."));

    private static int At(double share, IEnumerable<int> sizes)
    {
        var sorted = sizes.Order().ToList();
        return sorted[(int)Math.Ceiling(share * sorted.Count) - 1];
    }
}
