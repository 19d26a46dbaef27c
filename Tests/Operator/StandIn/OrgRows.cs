namespace CrmExtensions.Tests.StandIn;

/// <summary>The rows of the stand-in, and which belong together.</summary>
internal sealed class OrgRows
{
    private readonly Dictionary<(string Table, Guid Id), Row> all = [];
    private readonly HashSet<(string Property, Guid One, Guid Other)> pairs = [];
    private int ids;

    public IEnumerable<Row> In(string table) => all.Values.Where(row => row.Table.Name == table);

    public Row? Find(Table table, Guid id) => all.GetValueOrDefault((table.Name, id));

    public Row Add(string table, Guid id, params (string Property, object? Value)[] values)
    {
        var row = new Row(OrgModel.Tables[table], id);
        foreach (var (property, value) in values)
        {
            row[property] = value;
        }

        all.Add((table, id), row);
        return row;
    }

    /// <summary>A row whose id is nobody's but the org's.</summary>
    public Row Add(string table, params (string Property, object? Value)[] values) => Add(table, new Guid(++ids, 0x6F, 0x72, [0x67, 0, 0, 0, 0, 0, 0, 0]), values);

    public void Remove(Row row) => all.Remove((row.Table.Name, row.Id));

    /// <summary>Joins two rows many-to-many, or a definition and its parts.</summary>
    public void Join(string property, Row one, Row other) => pairs.Add((property, one.Id, other.Id));

    public IEnumerable<Row> Related(Row row, string property)
    {
        var target = row.Table.Collections[property];
        return In(target).Where(other => pairs.Contains((property, row.Id, other.Id)) || pairs.Contains((property, other.Id, row.Id)));
    }

    public Row? Target(Row row, string property)
    {
        var lookup = row.Table.LookupBy(property)!;
        return row[lookup.Value] is Guid id ? Find(OrgModel.Tables[lookup.Target], id) : null;
    }
}
