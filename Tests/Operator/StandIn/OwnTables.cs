using CrmExtensions.Tests.Tables;
using Microsoft.OData.Edm;

namespace CrmExtensions.Tests.StandIn;

/// <summary>The solution's tables as the Web API shows them, from their Entity.xml.</summary>
internal static class OwnTables
{
    /// <summary>Of an attribute in the unpacked form: the type in the Web API, and the name in AttributeMetadata.AttributeType.</summary>
    private static readonly Dictionary<string, (EdmPrimitiveTypeKind Type, string Name)> Types = new()
    {
        ["nvarchar"] = (EdmPrimitiveTypeKind.String, "String"),
        ["ntext"] = (EdmPrimitiveTypeKind.String, "Memo"),
        ["int"] = (EdmPrimitiveTypeKind.Int32, "Integer"),
        ["picklist"] = (EdmPrimitiveTypeKind.Int32, "Picklist"),
        ["state"] = (EdmPrimitiveTypeKind.Int32, "State"),
        ["status"] = (EdmPrimitiveTypeKind.Int32, "Status"),
        ["decimal"] = (EdmPrimitiveTypeKind.Decimal, "Decimal"),
        ["bit"] = (EdmPrimitiveTypeKind.Boolean, "Boolean"),
        ["datetime"] = (EdmPrimitiveTypeKind.DateTimeOffset, "DateTime"),
        ["lookup"] = (EdmPrimitiveTypeKind.Guid, "Lookup"),
        ["primarykey"] = (EdmPrimitiveTypeKind.Guid, "Uniqueidentifier"),
    };

    public static IReadOnlyList<TableXml> Files { get; } = [.. TableXml.Own];

    public static IReadOnlyList<Table> All { get; } = [.. Files.Select(Read)];

    public static string AttributeType(ColumnXml column) => Types.TryGetValue(column.Type, out var known) ? known.Name : column.Type;

    private static Table Read(TableXml file)
    {
        var columns = file.Columns.Where(column => Types.ContainsKey(column.Type)).ToList();
        return new Table(file.LogicalName, file.Entity.Text("EntitySetName"), columns.Single(column => column.Type == "primarykey").LogicalName)
        {
            Columns = [.. columns.Where(column => column.Type is not ("lookup" or "primarykey")).Select(Column)],
            Lookups = [.. columns.Where(column => column.Type == "lookup").Select(Lookup)],
        };
    }

    private static Column Column(ColumnXml column) =>
        new(column.LogicalName, column.IsDateOnly ? EdmPrimitiveTypeKind.Date : Types[column.Type].Type, column.Element.Text("ValidForUpdateApi") == "0", IsRequired: false);

    // Whom it leads to stands in the relationships and is not asked here: the scripts read its id only.
    private static Lookup Lookup(ColumnXml column) => new(column.LogicalName, column.PhysicalName, "systemuser", column.Element.Text("ValidForUpdateApi") == "0", IsRequired: false);
}
