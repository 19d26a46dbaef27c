using System.Data.Common;
using System.Globalization;
using CrmExtensions.Benchmarks.Org;
using CrmExtensions.Tables;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>
/// Makes a history of any size of <see cref="ModelDeals"/>, by statements that copy them inside the database: every copy with
/// opportunities, close rows, interviews, competitors and reasons of its own, in a month of its own turn.
/// </summary>
internal sealed class History(Bed bed)
{
    // A transaction each, so that nothing grows without end.
    private const int CopiesAtOnce = 100;

    private static readonly DateTime Epoch = new(1, 1, 1);

    // What refers to a row that is copied too.
    private static readonly (string Table, string[] Ids, string[] Texts)[] Tables =
    [
        (Opportunity.Table, [Opportunity.Id], []),
        (OpportunityClose.Table, [OpportunityClose.Id, OpportunityClose.OpportunityId], []),
        (ActivityPointer.Table, [ActivityPointer.Id, ActivityPointer.RegardingObjectId], []),
        (Interview.Table, [Interview.Id, Interview.OpportunityId], [Interview.OpportunityKey, Interview.CloseKey]),
        (InterviewCompetitor.Table, [InterviewCompetitor.Id, InterviewCompetitor.InterviewId], []),
        (InterviewReason.Table, [InterviewReason.Id, InterviewReason.InterviewId], []),
    ];

    /// <summary>Five years up to where <see cref="Staff.Month"/> begins.</summary>
    public static IReadOnlyList<string> FiveYears { get; } = [.. Enumerable.Range(0, 60).Select(i => "month-" + new DateTime(2021, 4, 1).AddMonths(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    /// <summary>Writes the model and copies it until there are so many interviews, then lets the engine count what it has.</summary>
    public void Write(Staff staff, int interviews, IReadOnlyList<string> months, Steps steps)
    {
        steps.Next($"{interviews:N0} interviews, {bed.Engine}");
        new ModelDeals(staff, months[0]).Write();
        using var connection = bed.ConnectToFill();
        foreach (var (table, _, _) in Tables)
        {
            Engines.Run(connection, $"CREATE TEMP TABLE model_{table} AS SELECT * FROM {table}");
        }

        var copies = interviews / ModelDeals.Count;
        for (var from = 1; from < copies; from += CopiesAtOnce)
        {
            steps.At(from, copies);
            Copy(connection, from, Math.Min(from + CopiesAtOnce, copies) - 1, months);
        }

        steps.Next($"statistics, {bed.Engine}");
        bed.Analyze();
    }

    private void Copy(DbConnection connection, int from, int to, IReadOnlyList<string> months)
    {
        foreach (var (table, ids, texts) in Tables)
        {
            var columns = ColumnsOf(connection, table);
            var values = columns.Select(column =>
                ids.Contains(column) ? bed.IdOfCopy($"\"{column}\"")
                : texts.Contains(column) ? bed.TextOfCopy($"\"{column}\"")
                : table == Interview.Table && column == Interview.PeriodKey ? "monthkey"
                : table == Interview.Table && column == Interview.ClosedOn ? $"monthstart + \"{column}\" - {StartOf(months[0])}"
                : $"\"{column}\"");
            Engines.Run(connection, string.Create(CultureInfo.InvariantCulture, $"""
                WITH RECURSIVE copies(k) AS (SELECT {from} UNION ALL SELECT k + 1 FROM copies WHERE k < {to}),
                months(turn, monthkey, monthstart) AS (VALUES {string.Join(", ", months.Select((month, turn) => $"({turn}, '{month}', {StartOf(month)})"))})
                INSERT INTO {table} ({string.Join(", ", columns.Select(column => $"\"{column}\""))})
                SELECT {string.Join(", ", values)} FROM model_{table}, copies JOIN months ON turn = k % {months.Count}
                """));
        }
    }

    // As both engines keep times: whole seconds from the year 1.
    private static string StartOf(string month) =>
        (DateTime.ParseExact(month[^10..], "yyyy-MM-dd", CultureInfo.InvariantCulture) - Epoch).TotalSeconds.ToString(CultureInfo.InvariantCulture);

    private static List<string> ColumnsOf(DbConnection connection, string table)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A table of this file.
        command.CommandText = $"SELECT * FROM {table} LIMIT 0";
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetName)];
    }
}
