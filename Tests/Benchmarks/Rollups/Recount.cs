using System.Data.Common;
using System.Globalization;
using CrmExtensions.Local.Replay;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>
/// Counts the interviews of <see cref="Staff.Month"/> again, from the tables themselves and sharing nothing with the plug-ins,
/// and compares deals won and lost and their value with the stored tallies of the month and the three periods above it.
/// </summary>
internal static class Recount
{
    private const int Prefix = 727_000_000;
    private static readonly string[] Periods = [Staff.Month, "quarter-2026-04-01", "half-2026-04-01", "year-2026-04-01"];

    // As numbered in product.md 10.
    private static readonly int[] Dimensions = [All, Industry, Rival, Unit, Band, Outcome];
    private const int All = 0;
    private const int Industry = 1;
    private const int Rival = 2;
    private const int Unit = 3;
    private const int Band = 10;
    private const int Outcome = 14;

    /// <summary>What was found.</summary>
    /// <param name="Slices">How many were compared.</param>
    /// <param name="Deals">How many deals the month has.</param>
    /// <param name="Differing">Which slices are not as they should be.</param>
    internal sealed record Result(int Slices, int Deals, IReadOnlyList<string> Differing);

    public static Result Drift(Bed bed)
    {
        var expected = Expected(bed);
        var stored = Stored(bed);
        var all = Periods.SelectMany(period => expected.Select(slice => (Key: $"{period} {slice.Key}", slice.Value))).ToDictionary(slice => slice.Key, slice => slice.Value);
        var differing = all.Keys.Union(stored.Keys)
            .Where(key => all.GetValueOrDefault(key) != stored.GetValueOrDefault(key))
            .Select(key => $"  {key}: {stored.GetValueOrDefault(key)}, should be {all.GetValueOrDefault(key)}");
        var total = expected.GetValueOrDefault($"{All} ");
        return new Result(all.Count, total.Won + total.Lost, [.. differing]);
    }

    private static Dictionary<string, (int Won, int Lost, decimal WonValue, decimal LostValue)> Expected(Bed bed)
    {
        using var connection = bed.Connect();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns.
        command.CommandText = $"""
            SELECT {Interview.Id}, {Interview.Outcome}, {Interview.BaseValue}, {Interview.IndustryCode}, {Interview.BusinessUnitIdAtClose}, {Interview.ValueBand}
            FROM {Interview.Table} WHERE {Interview.IsCurrent} AND {Interview.PeriodKey} = '{Staff.Month}'
            """;
#pragma warning restore CA2100
        var rivals = Rivals(connection);
        var sums = new Dictionary<string, (int Won, int Lost, decimal WonValue, decimal LostValue)>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
        {
            var won = reader.GetInt32(1) == Prefix;
            foreach (var slice in Slices(reader, rivals))
            {
                var (value, sum) = (reader.GetDecimal(2), sums.GetValueOrDefault(slice));
                sums[slice] = won ? (sum.Won + 1, sum.Lost, sum.WonValue + value, sum.LostValue) : (sum.Won, sum.Lost + 1, sum.WonValue, sum.LostValue + value);
            }
        }

        return sums;
    }

    private static IEnumerable<string> Slices(DbDataReader row, ILookup<Guid, Guid> rivals) =>
    [
        $"{All} ",
        $"{Industry} {row.GetInt32(3).ToString(CultureInfo.InvariantCulture)}",
        $"{Unit} {row.GetGuid(4):D}",
        $"{Band} {(row.GetInt32(5) - Prefix).ToString(CultureInfo.InvariantCulture)}",
        $"{Outcome} {(row.GetInt32(1) - Prefix).ToString(CultureInfo.InvariantCulture)}",
        .. rivals[row.GetGuid(0)].Select(rival => $"{Rival} {rival:D}").DefaultIfEmpty($"{Rival} "),
    ];

    private static ILookup<Guid, Guid> Rivals(DbConnection connection)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Names of tables and columns.
        command.CommandText = $"SELECT {InterviewCompetitor.InterviewId}, {InterviewCompetitor.CompetitorId} FROM {InterviewCompetitor.Table}";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var pairs = new List<(Guid Interview, Guid Rival)>();
        while (reader.Read())
        {
            pairs.Add((reader.GetGuid(0), reader.GetGuid(1)));
        }

        return pairs.ToLookup(pair => pair.Interview, pair => pair.Rival);
    }

    private static Dictionary<string, (int Won, int Lost, decimal WonValue, decimal LostValue)> Stored(Bed bed)
    {
        var query = new QueryExpression(Rollup.Table) { ColumnSet = new ColumnSet(Rollup.PeriodKey, Rollup.Dimension1, Rollup.Value1, Rollup.Tally) };
        query.Criteria.AddCondition(Rollup.Value2, ConditionOperator.Null);
        query.Criteria.AddCondition(Rollup.Dimension1, ConditionOperator.In, [.. Dimensions.Select(dimension => (object)(Prefix + dimension))]);
        return Existing.Rows(bed.Org.System, query)
            .Select(row => (Key: $"{row[Rollup.PeriodKey]} {row.GetAttributeValue<OptionSetValue>(Rollup.Dimension1)!.Value - Prefix} {row.GetAttributeValue<string>(Rollup.Value1)}", Deals: DealsOf(row)))
            .Where(slice => slice.Deals != default)
            .ToDictionary(slice => slice.Key, slice => slice.Deals);
    }

    // Won, lost and their value stand first, always.
    private static (int Won, int Lost, decimal WonValue, decimal LostValue) DealsOf(Entity row)
    {
        var numbers = (row.GetAttributeValue<string>(Rollup.Tally) ?? "").Split(';').Take(4).Select(part => decimal.Parse(part[(part.IndexOf('=', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture)).ToList();
        return ((int)numbers[0], (int)numbers[1], numbers[2], numbers[3]);
    }
}
