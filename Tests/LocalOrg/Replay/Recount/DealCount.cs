using System.Text;

namespace CrmExtensions.Local.Replay.Recount;

/// <summary>
/// Counts the accepted rows of the file again, by product.md 10, sharing nothing with the plug-ins: one pass over the rows,
/// every slice of every period, the fiscal year from April.
/// </summary>
internal static class DealCount
{
    private const int FiscalStart = 4;

    private static readonly decimal[] Bands = [1_000_000m, 5_000_000m, 20_000_000m, 100_000_000m];

    private static readonly string[] Untold = ["segment", "stage", "trigger", "reason", "reasoncategory", "channel", "closepath", "sellerreason", "speakerrole"];

    public static Dictionary<SliceName, Deals> Of(IEnumerable<DealRow> rows, TimeZoneInfo zone, string rootUnit)
    {
        var count = new Dictionary<SliceName, Deals>();
        foreach (var row in rows.Where(row => row.Status != DealStatus.Open))
        {
            var date = TimeZoneInfo.ConvertTimeFromUtc(row.ClosedAt!.Value, zone);
            foreach (var (grain, start) in Periods(date.Year, date.Month))
            {
                foreach (var (dimension, label) in Slices(row, rootUnit))
                {
                    var slice = new SliceName(grain, start, dimension, label);
                    if (!count.TryGetValue(slice, out var deals))
                    {
                        count[slice] = deals = new Deals();
                    }

                    deals.Add(row);
                }
            }
        }

        return count;
    }

    // What a file does not tell is unknown; the band follows from the value.
    private static IEnumerable<(string Dimension, string Label)> Slices(DealRow row, string rootUnit) =>
    [
        ("all", ""),
        ("industry", row.Industry),
        ("competitor", row.Competitor),
        ("businessunit", row.Team.Length == 0 ? rootUnit : row.Team),
        ("valueband", Deals.Value(row) is { } value ? Bands.Count(from => value >= from).ToString(System.Globalization.CultureInfo.InvariantCulture) : ""),
        ("outcome", row.Status == DealStatus.Won ? "0" : "1"),
        ("productline", row.Product.Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant()),
        ("leadsource", row.LeadSource),
        .. Untold.Select(dimension => (dimension, "")),
    ];

    private static IEnumerable<(string Grain, DateTime Start)> Periods(int year, int month)
    {
        var fiscalYear = month >= FiscalStart ? year : year - 1;
        var place = (month + 12 - FiscalStart) % 12;
        var first = new DateTime(fiscalYear, FiscalStart, 1);
        return
        [
            ("month", new DateTime(year, month, 1)),
            ("quarter", first.AddMonths(place / 3 * 3)),
            ("half", first.AddMonths(place / 6 * 6)),
            ("year", first),
        ];
    }
}
