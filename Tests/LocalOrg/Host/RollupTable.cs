using System.Globalization;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Spectre.Console;

namespace CrmExtensions.Local.Host;

/// <summary>Roll-up rows as a table for people, with interval and suppression marks; no meaning by colour alone.</summary>
internal static class RollupTable
{
    private const int LongestLabel = 30;
    private const int All = 727_000_000;

    public static Spectre.Console.Table Of(string title, IEnumerable<Entity> rows, int mostValues)
    {
        var table = new Spectre.Console.Table { Title = new TableTitle(Markup.Escape(title)) };
        table.Border(TableBorder.Simple);
        table.AddColumns("切り口\nDimension", "値\nValue");
        foreach (var name in new[] { "件数\nn", "受注\nWon", "失注\nLost", "受注率（件数）\nWin rate", "受注金額\nWon (M)", "失注金額\nLost (M)", "受注率（金額）\nby value" })
        {
            table.AddColumn(new TableColumn(name).RightAligned());
        }

        foreach (var dimension in rows.Where(row => !row.Contains(Rollup.Value2)).GroupBy(row => row.GetAttributeValue<OptionSetValue>(Rollup.Dimension1)!.Value).Where(Tells).OrderBy(group => group.Key))
        {
            var ordered = dimension.OrderByDescending(row => row.GetAttributeValue<int?>(Rollup.N) ?? -1).ThenBy(row => row.GetAttributeValue<string>(Rollup.Label1), StringComparer.Ordinal);
            var heading = true;
            foreach (var row in ordered.Take(mostValues))
            {
                table.AddRow(Cells(row, heading).Select(Markup.Escape).ToArray());
                heading = false;
            }
        }

        return table;
    }

    // A dimension of which nothing is known yet is the total once more.
    private static bool Tells(IGrouping<int, Entity> dimension) =>
        dimension.Key == All || dimension.Any(row => row.Contains(Rollup.Value1));

    private static string[] Cells(Entity row, bool heading) =>
    [
        heading ? row.FormattedValues[Rollup.Dimension1] : "",
        Short(row.GetAttributeValue<string>(Rollup.Label1) ?? ""),
        Count(row, Rollup.N),
        Count(row, Rollup.Won),
        Count(row, Rollup.Lost),
        Rate(row, Rollup.WinRateState, Rollup.WinRate) + Interval(row) + Mark(row, Rollup.WinRateState),
        Money(row, Rollup.WonValue),
        Money(row, Rollup.LostValue),
        Rate(row, Rollup.WinRateByValueState, Rollup.WinRateByValue) + Mark(row, Rollup.WinRateByValueState),
    ];

    private static string Count(Entity row, string column) => row.GetAttributeValue<int?>(column)?.ToString("N0", CultureInfo.InvariantCulture) ?? "—";

    // In millions, as people speak of deals.
    private static string Money(Entity row, string column) =>
        row.GetAttributeValue<Money>(column)?.Value is { } amount ? (amount / 1_000_000m).ToString("N1", CultureInfo.InvariantCulture) : "—";

    private static string Short(string label) => label.Length <= LongestLabel ? label : label[..(LongestLabel - 1)] + "…";

    private static string Rate(Entity row, string state, string column) =>
        StateOf(row, state) == Rollup.WinRateStateOption.HiddenTooFew ? "" : row.GetAttributeValue<decimal?>(column) is { } rate ? Percent(rate) : "—";

    private static string Interval(Entity row) =>
        row.GetAttributeValue<decimal?>(Rollup.WinRateLow) is { } low && row.GetAttributeValue<decimal?>(Rollup.WinRateHigh) is { } high
            ? string.Create(CultureInfo.InvariantCulture, $" [{low * 100:0}–{high * 100:0}]")
            : "";

    private static string Mark(Entity row, string state) => StateOf(row, state) switch
    {
        Rollup.WinRateStateOption.ReferenceValue => " 参考値",
        Rollup.WinRateStateOption.CountsOnly => " 件数のみ",
        Rollup.WinRateStateOption.HiddenTooFew => "非表示",
        _ => "",
    };

    private static int StateOf(Entity row, string column) => row.GetAttributeValue<OptionSetValue>(column)?.Value ?? 0;

    private static string Percent(decimal rate) => (rate * 100).ToString("0.0", CultureInfo.InvariantCulture) + "%";
}
