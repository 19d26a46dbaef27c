using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads Entities/*/Entity.xml with the quick find view beside it.</summary>
internal sealed class TableReader(ColumnReader columns)
{
    private const string QuickFind = "4";

    /// <summary>The tables of solutions, each of which may add to what those before it have brought.</summary>
    /// <exception cref="NotSupportedException">Columns are added to a table that nobody has brought.</exception>
    public Dictionary<string, Table> ReadAll(IEnumerable<string> folders)
    {
        var tables = new Dictionary<string, Table>();
        foreach (var path in folders.SelectMany(folder => SolutionXml.Files(Path.Combine(folder, "Entities"), "Entity.xml")))
        {
            var root = SolutionXml.Load(path);
            var entity = root.Element("EntityInfo")?.Element("entity");
            var name = (entity?.Name("Name") ?? root.Text("Name")).ToLowerInvariant();
            if (tables.TryGetValue(name, out var known))
            {
                tables[name] = Extended(known, entity, path);
            }
            else if (entity?.Text("OwnershipTypeMask").Length > 0)
            {
                tables[name] = Read(entity, path);
            }
            else if (ColumnsOf(entity).Any())
            {
                throw new NotSupportedException($"{path} adds columns to '{name}', a table of another solution that LocalOrg does not have.");
            }
        }

        return tables;
    }

    private static AlternateKey Key(XElement element) => new(
        element.Text("LogicalName"),
        element.Element("displaynames").Labels().In(Labels.English),
        [.. element.Element("EntityKeyAttributes")!.Elements("AttributeName").Select(column => column.Value)]);

    private static Ownership OwnershipOf(string mask, string path) => mask switch
    {
        "UserOwned" => Ownership.User,
        "OrgOwned" => Ownership.Organization,
        "BusinessOwned" => Ownership.Business,
        _ => throw new NotSupportedException($"{path}: OwnershipTypeMask '{mask}' is not supported by LocalOrg."),
    };

    private static List<string> QuickFindColumns(string entityPath) =>
        SolutionXml.Files(Path.Combine(Path.GetDirectoryName(entityPath)!, "SavedQueries"), "*.xml")
            .Select(SolutionXml.Load)
            .SelectMany(file => file.Elements("savedquery"))
            .Where(view => view.Text("querytype") == QuickFind)
            .SelectMany(view => view.Descendants("filter").Where(filter => filter.Name("isquickfindfields") == "1"))
            .SelectMany(filter => filter.Elements("condition"))
            .Select(condition => condition.Name("attribute"))
            .Distinct()
            .ToList();

    private static IEnumerable<XElement> ColumnsOf(XElement? entity) => entity?.Elements("attributes").Elements("attribute") ?? [];

    // Who adds to a table lists what is added, and a column of the table's own only to change it (solution-anatomy.md 5).
    private Table Extended(Table known, XElement? entity, string path)
    {
        var added = ColumnsOf(entity).Select(element => columns.Read(element, known.Name)).ToDictionary(column => column.Name);
        var all = Table.InOrder([.. known.InOrdinals.Select(column => added.GetValueOrDefault(column.Name, column)), .. added.Values.Where(column => !known.Columns.ContainsKey(column.Name))]);
        return known with
        {
            Columns = all.ToDictionary(column => column.Name),
            PrimaryKey = all.Single(column => column.Type == ColumnType.PrimaryKey),
            PrimaryName = all.SingleOrDefault(column => column.IsPrimaryName),
            Keys = [.. known.Keys, .. KeysOf(entity)],
            QuickFindColumns = [.. known.QuickFindColumns.Union(QuickFindColumns(path))],
        };
    }

    private static IEnumerable<AlternateKey> KeysOf(XElement? entity) => entity?.Elements("EntityKeys").Elements("EntityKey").Select(Key) ?? [];

    private Table Read(XElement entity, string path)
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
            Ownership = OwnershipOf(entity.Text("OwnershipTypeMask"), path),
            Labels = entity.Element("LocalizedNames").Labels(),
            Columns = all.ToDictionary(column => column.Name),
            PrimaryKey = all.Single(column => column.Type == ColumnType.PrimaryKey),
            PrimaryName = all.SingleOrDefault(column => column.IsPrimaryName),
            Keys = [.. KeysOf(entity)],
            QuickFindColumns = QuickFindColumns(path),
            IsActivity = entity.Flag("IsActivity"),
        };
    }
}
