using CrmExtensions.Insights;

namespace CrmExtensions.Tests;

/// <summary>Long texts and many names, the texts among them that make backtracking or looking back expensive.</summary>
[TestClass]
public sealed class RedactionSizeTests
{
    private const int Long = 100_000;

    private static readonly Redaction WithManyNames = new(
        new KnownNames
        {
            Customers = [.. Enumerable.Range(0, 100).Select(i => $"株式会社架空{i:D3}製作所")],
            People = [.. Enumerable.Range(0, 100).Select(i => new PersonName($"Aaaa{(char)('a' + (i % 26))}{(char)('a' + (i / 26))} Bbbb"))],
        },
        Shared.Options);

    [TestMethod]
    [DataRow("役員会で部長が「移行計画が見えない」と発言した。\n", DisplayName = "nothing secret")]
    [DataRow("架空042製作所の鈴木様が6/12に1,250万円と言った。\n", DisplayName = "something of everything")]
    [DataRow("Aaaaab Bbbb wrote to jane@example.com on June 12.\n", DisplayName = "the same in English")]
    [DataRow("aaaa aaaa aaaa\n", DisplayName = "beginnings of names")]
    public void A_long_text_is_the_sum_of_its_lines(string line)
    {
        var lines = Long / line.Length;

        var shared = WithManyNames.Of(Repeated(line, lines));

        Assert.AreEqual(Repeated(WithManyNames.Of(line), lines), shared);
    }

    // The work is seen in what it allocates, since time is no measure: ten times the text, about ten times the work.
    [TestMethod]
    [DataRow("@")]
    [DataRow("a@")]
    [DataRow("a.")]
    [DataRow("a.com/")]
    [DataRow("://")]
    [DataRow("(at)")]
    [DataRow("1-")]
    [DataRow("(1")]
    [DataRow("+1 ")]
    [DataRow("1,")]
    [DataRow("6/1 ")]
    [DataRow("1日")]
    [DataRow("億")]
    [DataRow("様")]
    [DataRow("田様")]
    [DataRow("田")]
    [DataRow("ア・")]
    [DataRow("あ")]
    [DataRow("市")]
    [DataRow("東京都")]
    [DataRow("1丁目")]
    [DataRow("Mr. ")]
    [DataRow("1 Street ")]
    [DataRow("株式会社")]
    [DataRow("aaaa ")]
    [DataRow("ﾞ")]
    [DataRow("\u0301")]
    public void Ten_times_the_text_is_ten_times_the_work(string unit)
    {
        WithManyNames.Of(Repeated(unit, 100));

        var little = Allocated(unit, Long / 10);
        var much = Allocated(unit, Long);

        Assert.IsLessThan(15 * little, much);
    }

    [TestMethod]
    public void However_many_names_are_known_a_text_takes_the_same_look()
    {
        var text = Repeated("aaaa bbbb 架空 ", 1_000);

        var few = Allocated(new Redaction(new KnownNames { Customers = ["架空商会"] }, Shared.Options), text);
        var many = Allocated(WithManyNames, text);

        Assert.IsLessThan(2 * few, many);
    }

    private static long Allocated(string unit, int length) => Allocated(WithManyNames, Repeated(unit, length / unit.Length));

    private static long Allocated(Redaction redaction, string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        redaction.Of(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static string Repeated(string text, int times) => string.Concat(Enumerable.Repeat(text, times));
}
