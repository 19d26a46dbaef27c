using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads tables with their columns, keys and quick find views.</summary>
internal sealed class TableReader(ColumnReader columns)
{
    private const string QuickFind = "4";

    /// <summary>The tables of solutions, each of which may add to what those before it have brought.</summary>
    /// <exception cref="NotSupportedException">Columns are added to a table that nobody has brought.</exception>
    public Dictionary<string, Table> ReadAll(IEnumerable<Solution> solutions)
    {
        var tables = new Dictionary<string, Table>();
        foreach (var root in solutions.SelectMany(solution => solution.Parts.Elements("Entities").Elements("Entity")))
        {
            var entity = root.Element("EntityInfo")?.Element("entity");
            var name = (entity?.Name("Name") ?? root.Text("Name")).ToLowerInvariant();
            if (tables.TryGetValue(name, out var known))
            {
                tables[name] = Extended(known, root, entity);
            }
            else if (entity?.Text("OwnershipTypeMask").Length > 0)
            {
                tables[name] = Read(root, entity);
            }
            else if (ColumnsOf(entity).Any())
            {
                throw new NotSupportedException($"{SolutionXml.PlaceOf(root)} adds columns to '{name}', a table of another solution that LocalOrg does not have.");
            }
        }

        return tables;
    }

    private static AlternateKey Key(XElement element) => new(
        element.Text("LogicalName"),
        element.Element("displaynames").Labels().In(Labels.English),
        [.. element.Element("EntityKeyAttributes")!.Elements("AttributeName").Select(column => column.Value)]);

    private static Ownership OwnershipOf(string mask, XElement root) => mask switch
    {
        "UserOwned" => Ownership.User,
        "OrgOwned" => Ownership.Organization,
        "BusinessOwned" => Ownership.Business,
        _ => throw new NotSupportedException($"{SolutionXml.PlaceOf(root)}: OwnershipTypeMask '{mask}' is not supported by LocalOrg."),
    };

    private static List<string> QuickFindColumns(XElement root) =>
        root.Elements("SavedQueries").Descendants("savedquery")
            .Where(view => view.Text("querytype") == QuickFind)
            .SelectMany(view => view.Descendants("filter").Where(filter => filter.Name("isquickfindfields") == "1"))
            .SelectMany(filter => filter.Elements("condition"))
            .Select(condition => condition.Name("attribute"))
            .Distinct()
            .ToList();

    private static IEnumerable<XElement> ColumnsOf(XElement? entity) => entity?.Elements("attributes").Elements("attribute") ?? [];

    // Who adds to a table lists what is added, and a column of the table's own only to change it (solution-anatomy.md 5). What
    // a later version no longer lists stays (maker/data-platform/update-solutions.md, "Update").
    private Table Extended(Table known, XElement root, XElement? entity)
    {
        var added = ColumnsOf(entity).Select(element => columns.Read(element, known.Name)).ToDictionary(column => column.Name);
        var keys = KeysOf(entity).ToList();
        var all = Table.InOrder([
            .. known.InOrdinals.Select(column => added.TryGetValue(column.Name, out var changed) ? changed.Over(column) : column),
            .. added.Values.Where(column => !known.Columns.ContainsKey(column.Name)),
        ]);
        return known with
        {
            Labels = entity?.Element("LocalizedNames") is { } labels ? labels.Labels() : known.Labels,
            Columns = all.ToDictionary(column => column.Name),
            PrimaryKey = all.Single(column => column.Type == ColumnType.PrimaryKey),
            PrimaryName = all.SingleOrDefault(column => column.IsPrimaryName),
            Keys = [.. known.Keys.Where(key => keys.TrueForAll(other => other.Name != key.Name)), .. keys],
            QuickFindColumns = [.. known.QuickFindColumns.Union(QuickFindColumns(root))],
        };
    }

    private static IEnumerable<AlternateKey> KeysOf(XElement? entity) => entity?.Elements("EntityKeys").Elements("EntityKey").Select(Key) ?? [];

    private Table Read(XElement root, XElement entity)
    {
        var schemaName = entity.Name("Name");
        var name = schemaName.ToLowerInvariant();
        var all = Table.InOrder([
            .. ColumnsOf(entity).Select(element => columns.Read(element, name)),
            new Column { Name = "versionnumber", SchemaName = "VersionNumber", Type = ColumnType.BigInteger, ValidForCreate = false, ValidForUpdate = false },
        ]);
        return new Table
        {
            Name = name,
            SchemaName = schemaName,
            Ownership = OwnershipOf(entity.Text("OwnershipTypeMask"), root),
            Labels = entity.Element("LocalizedNames").Labels(),
            Columns = all.ToDictionary(column => column.Name),
            PrimaryKey = all.Single(column => column.Type == ColumnType.PrimaryKey),
            PrimaryName = all.SingleOrDefault(column => column.IsPrimaryName),
            Keys = [.. KeysOf(entity)],
            QuickFindColumns = QuickFindColumns(root),
            IsActivity = entity.Flag("IsActivity"),
        };
    }
}
