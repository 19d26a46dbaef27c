using System.Xml.Linq;

namespace CrmExtensions.Tests.ReferenceData;

/// <summary>The rows that an org starts with, as the Configuration Migration Tool reads them (solution-anatomy.md 23).</summary>
internal static class SeedData
{
    public const string Folder = "pac-config/data";

    public static XmlFile Schema { get; } = XmlFile.Load($"{Folder}/data_schema.xml");

    public static XmlFile Rows { get; } = XmlFile.Load($"{Folder}/data.xml");

    public static IReadOnlyList<XmlFile> Files => [Schema, Rows];

    public static IReadOnlyList<SeedTable> Tables { get; } = [.. Schema.Root.Elements("entity").Select(entity => new SeedTable(entity))];

    public static IReadOnlyList<SeedRow> All { get; } =
    [
        .. from entity in Rows.Root.Elements("entity")
           from record in entity.Elements("records").Elements("record")
           select new SeedRow(Tables.Single(table => table.Name == entity.Attr("name")), record),
    ];

    public static IReadOnlyList<SeedRow> Of(string table) => [.. All.Where(row => row.Table.Name == table)];
}
