using System.Collections.Concurrent;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Store;

namespace CrmExtensions.Local.Rows;

/// <summary>Row versions and autonumbers: unique, rising, with gaps where a transaction was rolled back.</summary>
internal sealed class AutoNumbers
{
    // "By default, all autonumber sequential values start with 1000" (PD/create-auto-number-attributes.md, "Set a seed value").
    private const long FirstNumber = 1000;

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
            if (table.Columns.ContainsKey(WriteTexts.Version))
            {
                version = Math.Max(version, LargestVersion(session, table));
            }

            foreach (var column in table.AutoNumbers)
            {
                sequences[table.Name + "." + column.Name] = LargestNumber(session, table, column);
            }
        }
    }

    public void Fill(Engine engine, RowValues row)
    {
        foreach (var column in row.Table.AutoNumbers.Where(column => row[column] is null))
        {
            var number = sequences.AddOrUpdate(row.Table.Name + "." + column.Name, FirstNumber, (_, last) => last + 1);
            row[column] = AutoNumberFormat.Fill(column.AutoNumberFormat, number, engine.Now, engine.NewId);
        }
    }

    private static long LargestVersion(StoreSession session, Table table) => session.Query(
        new Sql().Add("SELECT MAX(").Name(WriteTexts.Version).Add(") FROM ").Name(table.Name),
        data => data.IsDBNull(0) ? 0 : data.GetInt64(0))[0];

    private static long LargestNumber(StoreSession session, Table table, Column column)
    {
        var read = AutoNumberFormat.Reader(column.AutoNumberFormat);
        return session.Query(
            new Sql().Add("SELECT ").Name(column.Name).Add(" FROM ").Name(table.Name).Add(" WHERE ").Name(column.Name).Add(" IS NOT NULL"),
            data => read(data.GetString(0))).DefaultIfEmpty().Max() ?? FirstNumber - 1;
    }
}
