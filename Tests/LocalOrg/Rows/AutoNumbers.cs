using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Rows;

/// <summary>Row versions and autonumbers: unique, rising, with gaps where a transaction was rolled back.</summary>
internal sealed partial class AutoNumbers
{
    private readonly ConcurrentDictionary<string, long> sequences = [];
    private long version;

    public long NextVersion() => Interlocked.Increment(ref version);

    /// <summary>Goes on where the org that this one is a copy of has left off.</summary>
    public void GoOnAfter(AutoNumbers original)
    {
        version = original.version;
        foreach (var (column, last) in original.sequences)
        {
            sequences[column] = last;
        }
    }

    /// <summary>Goes on where the rows of an org that is opened again left off.</summary>
    public void Resume(Catalog catalog, StoreSession session)
    {
        foreach (var table in catalog.Tables.Values)
        {
            if (table.Columns.ContainsKey("versionnumber"))
            {
                version = Math.Max(version, Largest(session, table, "MAX", "versionnumber", value => Convert.ToInt64(value, CultureInfo.InvariantCulture)));
            }

            foreach (var column in table.AutoNumbers)
            {
                sequences[table.Name + "." + column.Name] = Largest(session, table, "MAX", column.Name, value => LastNumber((string)value));
            }
        }
    }

    public void Fill(Engine engine, RowValues row)
    {
        foreach (var column in row.Table.AutoNumbers.Where(column => row[column] is null))
        {
            var number = sequences.AddOrUpdate(row.Table.Name + "." + column.Name, 1, (_, last) => last + 1);
            row[column] = Token().Replace(column.AutoNumberFormat, token => Expand(token, number, engine.Now));
        }
    }

    [GeneratedRegex(@"\{(\w+):(\w+)\}")]
    private static partial Regex Token();

    private static string Expand(Match token, long number, DateTime now) => token.Groups[1].Value switch
    {
        "SEQNUM" => number.ToString("D" + token.Groups[2].Value, CultureInfo.InvariantCulture),
        "DATETIMEUTC" => now.ToString(token.Groups[2].Value, CultureInfo.InvariantCulture),
        var other => throw new NotSupportedByLocalOrgException($"the autonumber token '{other}'"),
    };

    private static long LastNumber(string text) => long.TryParse(text.Split('-')[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static long Largest(StoreSession session, Table table, string function, string column, Func<object, long> read) => session.Query(
        new Sql().Add("SELECT ").Add(function).Add("(").Name(column).Add(") FROM ").Name(table.Name),
        data => data.IsDBNull(0) ? 0 : read(data.GetValue(0)))[0];
}
