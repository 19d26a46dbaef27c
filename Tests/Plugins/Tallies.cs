using System.Globalization;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>The deals in an org's raw tallies, stored and as they should be, in one notation: <c>period dimension value: deals</c>.</summary>
internal static class Tallies
{
    private static readonly string[] Dimensions = ["All", "Industry", "Competitor", "Business unit"];

    public static IReadOnlyList<string> Stored(Office office) =>
        [.. office.Rows(Rollup.Table)
            .Where(row => Dimensions.Contains(row.FormattedValues[Rollup.Dimension1]) && !row.Contains(Rollup.Value2))
            .Select(row => $"{row.GetAttributeValue<string>(Rollup.PeriodKey)} {row.FormattedValues[Rollup.Dimension1]} {row.GetAttributeValue<string>(Rollup.Value1)}: {Deals(row)}")
            .Where(line => !line.EndsWith("won=0;lost=0;wonvalue=0.00;lostvalue=0.00", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)];

    /// <summary>Counted from the interviews that count and their competitors, with a fiscal year from April.</summary>
    public static IReadOnlyList<string> Expected(Office office)
    {
        var rivals = office.Rows(InterviewCompetitor.Table).ToLookup(
            row => row.GetAttributeValue<EntityReference>(InterviewCompetitor.InterviewId)!.Id,
            row => row.GetAttributeValue<EntityReference>(InterviewCompetitor.CompetitorId)!.Id.ToString("D"));
        var counted = office.Rows(Interview.Table).Where(row => row.GetAttributeValue<bool>(Interview.IsCurrent));
        return [.. counted
            .SelectMany(row => Slices(row, [.. rivals[row.Id]]).SelectMany(slice => Periods(row).Select(period => (Key: period + " " + slice, Row: row))))
            .GroupBy(item => item.Key, item => item.Row)
            .Select(group => group.Key + ": " + Tally([.. group]))
            .Order(StringComparer.Ordinal)];
    }

    // Won, lost and their value stand first, always.
    private static string Deals(Entity row) => string.Join(';', (row.GetAttributeValue<string>(Rollup.Tally) ?? "").Split(';').Take(4));

    private static IEnumerable<string> Slices(Entity row, IReadOnlyList<string> rivals) =>
    [
        "All ",
        "Industry " + row.GetAttributeValue<int?>(Interview.IndustryCode)?.ToString(CultureInfo.InvariantCulture),
        "Business unit " + row.GetAttributeValue<EntityReference>(Interview.BusinessUnitIdAtClose)!.Id.ToString("D"),
        .. rivals.Count == 0 ? ["Competitor "] : rivals.Select(rival => "Competitor " + rival),
    ];

    private static IEnumerable<string> Periods(Entity row)
    {
        var date = row.GetAttributeValue<DateTime>(Interview.ClosedOn);
        var place = (date.Month + 8) % 12;
        var year = new DateTime(date.Month >= 4 ? date.Year : date.Year - 1, 4, 1);
        return
        [
            FormattableString.Invariant($"month-{date:yyyy-MM}-01"),
            FormattableString.Invariant($"quarter-{year.AddMonths(place / 3 * 3):yyyy-MM-dd}"),
            FormattableString.Invariant($"half-{year.AddMonths(place / 6 * 6):yyyy-MM-dd}"),
            FormattableString.Invariant($"year-{year:yyyy-MM-dd}"),
        ];
    }

    private static string Tally(IReadOnlyCollection<Entity> rows)
    {
        var won = rows.Where(row => row.FormattedValues[Interview.Outcome] == "Won").ToList();
        var lost = rows.Except(won).ToList();
        return FormattableString.Invariant($"won={won.Count};lost={lost.Count};wonvalue={Sum(won):0.00};lostvalue={Sum(lost):0.00}");
    }

    private static decimal Sum(IEnumerable<Entity> rows) => rows.Sum(row => row.GetAttributeValue<string>(Interview.ExactBaseValue) is { } exact
        ? decimal.Parse(exact, CultureInfo.InvariantCulture)
        : row.GetAttributeValue<decimal>(Interview.BaseValue));
}
