namespace CrmExtensions.Tests;

/// <summary>The roll-ups as a file: every slice has a row for every measure, and what is hidden is empty.</summary>
[TestClass]
public sealed class ExportTests
{
    private static readonly string[] Measures =
    [
        "won", "lost", "wonValue", "lostValue", "winRate", "winRateByValue", "competitiveWinRate", "noDecisionRate", "completionRate", "reflectionRate", "heardRate", "waiverRate", "onTimeRate",
        "specificityRate", "evidenceRate", "share", "priceCited", "priceDecisive", "otherRate", "upstreamShare", "expectationGap", "fullAgreement", "partialAgreement", "noAgreement", "headToHead",
        "reproducibleWins", "hearingDaysMedian", "hearingDaysP90", "completionDaysMedian", "completionDaysP90", "scoreMedian", "scoreP90",
    ];

    [TestMethod]
    public async Task Every_slice_of_every_grain_has_a_row_for_every_measure()
    {
        var rows = await Exported(DealsFile.Deals(60));

        Assert.AreEqual("grain,start,dimension1,value1,dimension2,value2,measure,numerator,denominator,value,low,high,n,suppressed", rows[0]);
        var slices = rows.Skip(1).Select(row => row.Split(',')).GroupBy(row => string.Join(',', row[..6])).ToList();
        CollectionAssert.AreEquivalent(new[] { "month", "quarter", "half", "year" }, slices.Select(slice => slice.First()[0]).Distinct().ToList());
        foreach (var slice in slices)
        {
            CollectionAssert.AreEqual(Measures, slice.Select(row => row[6]).ToList(), slice.Key);
        }
    }

    [TestMethod]
    [DataRow(4, "month,2026-04-01,all,,,,won,,,,,,,true")]
    [DataRow(4, "month,2026-04-01,all,,,,winRate,,,,,,,true")]
    [DataRow(5, "month,2026-04-01,all,,,,won,3,,3,,,5,false")]
    [DataRow(5, "month,2026-04-01,all,,,,winRate,3,5,,,,5,false")]
    [DataRow(5, "month,2026-04-01,all,,,,wonValue,,,,,,,true")]
    [DataRow(9, "month,2026-04-01,all,,,,winRate,5,9,,,,9,false")]
    [DataRow(10, "month,2026-04-01,all,,,,winRate,5,10,0.5,0.236593,0.763407,10,false")]
    [DataRow(10, "month,2026-04-01,all,,,,wonValue,5020,,5020,,,10,false")]
    [DataRow(10, "month,2026-04-01,all,,,,winRateByValue,5020,15045,0.333666,,,10,false")]
    [DataRow(10, "month,2026-04-01,all,,,,completionRate,0,10,0,0,0.277533,10,false")]
    [DataRow(10, "month,2026-04-01,all,,,,specificityRate,,,,,,,false")]
    [DataRow(10, "year,2026-04-01,industry,unknown,,,won,,,,,,,true")]
    public async Task Figures_show_as_far_as_their_number_of_deals_allows(int deals, string row)
    {
        var rows = await Exported(DealsFile.Deals(deals));

        CollectionAssert.Contains(rows, row);
    }

    private static async Task<string[]> Exported(string deals)
    {
        using var file = new DealsFile(deals);
        var export = file.Beside("rollups.csv");
        var run = await HostRun.Of("replay", file.Path, "--json", "--export", export);
        Assert.AreEqual(0, run.ExitCode, run.Error);
        return await File.ReadAllLinesAsync(export);
    }
}
