using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads Entities/*/Entity.xml with the quick find view beside it.</summary>
internal sealed class TableReader(ColumnReader columns)
{
    private const string QuickFind = "4";

    public IEnumerable<Table> ReadAll(string folder) =>
        SolutionXml.Files(Path.Combine(folder, "Entities"), "Entity.xml").Select(Read);

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

    private Table Read(string path)
    {
        var entity = SolutionXml.Load(path).Element("EntityInfo")!.Element("entity")!;
        var schemaName = entity.Name("Name");
        var name = schemaName.ToLowerInvariant();
        var all = Table.InOrder([
            .. entity.Element("attributes")!.Elements("attribute").Select(element => columns.Read(element, name)),
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
            Keys = [.. entity.Elements("EntityKeys").Elements("EntityKey").Select(Key)],
            QuickFindColumns = QuickFindColumns(path),
            IsActivity = entity.Flag("IsActivity"),
        };
    }
}
