using System.Globalization;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests.Interviews;

/// <summary>All that our tables say, as text: ids, versions, stamps and moments left out, since they differ between two runs of the same.</summary>
internal static class Picture
{
    private static readonly string[] Pictured = [Interview.Table, InterviewReason.Table, InterviewCompetitor.Table, Waiver.Table, Evidence.Table, RollupPeriod.Table, Rollup.Table, FoldTicket.Table];

    // Bookkeeping of how the work was done, and the number of the row, which a refused attempt uses up.
    private static readonly HashSet<string> Passing =
    [
        Interview.Name, Interview.CloseKey, Interview.LateCloseKey, Interview.OpportunityKey, Interview.PreparationToken, Interview.ServerWrite,
        RollupPeriod.FoldToken, Rollup.RollupKey,
    ];

    /// <summary>What one picture has and the other has not; empty where they are the same.</summary>
    public static string Difference(string expected, string actual)
    {
        var one = expected.Split(',', '\n');
        var other = actual.Split(',', '\n');
        return expected == actual ? "" : $"-[{string.Join(", ", one.Except(other))}] +[{string.Join(", ", other.Except(one))}] rows {one.Length}, {other.Length}";
    }

    public static string Of(Office office) => string.Join(
        '\n',
        Pictured.SelectMany(table => office.Rows(table).Where(IsSaid).Select(row => table + ": " + Of(office.Org.Catalog.Tables[table], row)).Order(StringComparer.Ordinal)));

    // A slice that has lost its last deal stays as an empty row.
    private static bool IsSaid(Entity row) =>
        row.LogicalName != Rollup.Table || row.GetAttributeValue<OptionSetValue>(Rollup.CountState)!.Value != Rollup.CountStateOption.Empty;

    private static string Of(Table table, Entity row) => string.Join(
        ", ",
        row.Attributes
            .Where(column => !Passing.Contains(column.Key) && column.Value is not Guid && column.Key != "versionnumber")
            .OrderBy(column => column.Key, StringComparer.Ordinal)
            .Select(column => column.Key + "=" + Of(table.Columns[column.Key], column.Value)));

    private static string Of(Column column, object? value) => value switch
    {
        EntityReference reference => reference.LogicalName + " " + (reference.LogicalName == SystemUser.Table ? reference.Name : ""),
        OptionSetValue choice => choice.Value.ToString(CultureInfo.InvariantCulture),
        OptionSetValueCollection choices => string.Join('+', choices.Select(choice => choice.Value).Order()),
        string text when Guid.TryParse(text, out _) => "an id",
        Money money => money.Value.ToString(CultureInfo.InvariantCulture),
        DateTime moment => column.DateBehavior == DateBehavior.DateOnly ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : "set",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
