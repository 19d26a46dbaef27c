using System.Globalization;
using CrmExtensions.Local.Replay.Recount;
using CsvHelper;

namespace CrmExtensions.Local.Replay;

/// <summary>Writes the roll-ups as the marketer reads them: one row a cell, invariant culture.</summary>
internal static class RollupExport
{
    private static readonly string[] Header =
    [
        "grain", "start", "dimension1", "value1", "dimension2", "value2",
        "measure", "numerator", "denominator", "value", "low", "high", "n", "suppressed",
    ];

    private static readonly string[] Grains = ["month", "quarter", "half", "year"];

    public static void Write(string path, IReadOnlyDictionary<SliceName, IReadOnlyList<Cell>> slices)
    {
        using var writer = CsvWriter.ToFile(path, new CsvWriterOptions());
        writer.WriteRecord(Header);
        var ordered = slices
            .OrderBy(slice => Array.IndexOf(Grains, slice.Key.Grain))
            .ThenBy(slice => slice.Key.Start)
            .ThenBy(slice => Array.IndexOf(StoredCells.Dimensions, slice.Key.Dimension))
            .ThenBy(slice => slice.Key.Label, StringComparer.Ordinal);
        foreach (var (slice, cells) in ordered)
        {
            foreach (var cell in cells)
            {
                writer.WriteRecord(Fields(slice, cell));
            }
        }
    }

    private static string[] Fields(SliceName slice, Cell cell) =>
    [
        slice.Grain,
        slice.Start.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        slice.Dimension,
        slice.Dimension == "all" ? "" : slice.Label.Length == 0 ? "unknown" : slice.Label,
        "",
        "",
        cell.Measure,
        Text(cell.Numerator),
        Text(cell.Denominator),
        Text(cell.Value),
        Text(cell.Low),
        Text(cell.High),
        Text(cell.N),
        cell.IsSuppressed ? "true" : "false",
    ];

    private static string Text(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
