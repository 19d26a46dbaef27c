using System.Xml.Linq;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads relationships.</summary>
internal static class RelationshipReader
{
    public static IEnumerable<XElement> Elements(Solution solution) => solution.Parts.Elements("EntityRelationships").Elements("EntityRelationship");

    public static bool IsOneToMany(XElement element) => element.Text("EntityRelationshipType") == "OneToMany";

    public static Relationship OneToMany(XElement element)
    {
        foreach (var rule in Simple.Where(rule => element.Text(rule) is "ActiveOnly" or "UserOwned"))
        {
            throw new NotSupportedException($"Relationship {element.Name("Name")} has {rule} '{element.Text(rule)}', which LocalOrg does not support.");
        }

        return Read(element);
    }

    // Of these only all or nothing is known.
    private static string[] Simple { get; } = ["CascadeReparent", "CascadeShare", "CascadeUnshare"];

    private static Relationship Read(XElement element) => new(
        element.Name("Name"),
        element.Text("ReferencedEntityName").ToLowerInvariant(),
        element.Text("ReferencingEntityName").ToLowerInvariant(),
        element.Text("ReferencingAttributeName").ToLowerInvariant(),
        Enum.Parse<Cascade>(element.Text("CascadeDelete")),
        Enum.TryParse<AssignCascade>(element.Text("CascadeAssign"), out var onAssign) ? onAssign : AssignCascade.NoCascade,
        element.Text("CascadeShare") == "Cascade" && element.Text("CascadeReparent") == "Cascade" && element.Text("CascadeUnshare") == "Cascade");

    public static Intersection ManyToMany(XElement element) => new(
        element.Name("Name"),
        element.Text("FirstEntityName").ToLowerInvariant(),
        element.Text("SecondEntityName").ToLowerInvariant(),
        element.Text("IntersectEntityName"));

    /// <summary>The table behind a many-to-many relationship: an id and the two ends.</summary>
    public static Table TableOf(Intersection intersection, IReadOnlyDictionary<string, Table> tables)
    {
        var columns = Table.InOrder([
            new Column { Name = intersection.Table + "id", SchemaName = intersection.Table + "id", Type = ColumnType.PrimaryKey },
            End(tables[intersection.First]),
            End(tables[intersection.Second]),
        ]);
        return new Table
        {
            Name = intersection.Table,
            SchemaName = intersection.Table,
            Ownership = Ownership.Organization,
            Ends = [tables[intersection.First], tables[intersection.Second]],
            PrimaryKey = columns[0],
            Columns = columns.ToDictionary(column => column.Name),
            Keys = [new AlternateKey(intersection.Table, intersection.Table, [columns[1].Name, columns[2].Name])],
        };
    }

    private static Column End(Table table) => new()
    {
        Name = table.PrimaryKey.Name,
        SchemaName = table.PrimaryKey.SchemaName,
        Type = ColumnType.Guid,
        Targets = [table.Name],
    };
}
