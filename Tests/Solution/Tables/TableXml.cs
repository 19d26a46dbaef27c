using System.Xml.Linq;

namespace CrmExtensions.Tests.Tables;

/// <summary>An Entity.xml.</summary>
internal sealed record TableXml(XmlFile File)
{
    /// <summary>All that the solution touches.</summary>
    public static IEnumerable<TableXml> All => XmlFile.In("Entities").Where(file => file.Place.EndsWith("/Entity.xml", StringComparison.Ordinal)).Select(file => new TableXml(file));

    /// <summary>Those that the solution creates.</summary>
    public static IEnumerable<TableXml> Own => All.Where(table => table.IsOwn);

    public static IEnumerable<ColumnXml> AllColumns => All.SelectMany(table => table.Columns);

    public string Folder => File.Place.Split('/')[1];

    public string SchemaName => File.Root.Text("Name");

    public string LogicalName => SchemaName.Logical();

    public bool IsOwn => SchemaName.StartsWith(Publisher.Prefix, StringComparison.Ordinal);

    public bool IsOrgOwned => Entity.Text("OwnershipTypeMask") == "OrgOwned";

    /// <summary>A table of the system to which only forms are added has none: that reads as one without columns.</summary>
    public XElement Entity => File.Root.Element("EntityInfo")?.Element("entity") ?? new XElement("entity", new XAttribute("Name", SchemaName));

    public IEnumerable<ColumnXml> Columns => Entity.Elements("attributes").Elements("attribute").Select(attribute => new ColumnXml(this, attribute));

    public IEnumerable<XElement> Keys => Entity.Elements("EntityKeys").Elements("EntityKey");

    public ColumnXml? Column(string logicalName) => Columns.SingleOrDefault(column => column.LogicalName == logicalName);

    public override string ToString() => File.Path;
}
