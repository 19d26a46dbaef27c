using System.Xml.Linq;

namespace CrmExtensions.Tests.ReferenceData;

/// <summary>What the schema says of one table.</summary>
internal sealed record SeedTable(XElement Entity)
{
    public string Name => Entity.Attr("name");

    public string PrimaryKey => Entity.Attr("primaryidfield");

    public IEnumerable<XElement> Fields => Entity.Elements("fields").Elements("field");

    public IEnumerable<string> Columns => Fields.Select(column => column.Attr("name"));

    /// <summary>The columns that are marked so.</summary>
    public IEnumerable<string> Marked(string attribute) => Fields.Where(column => column.Attr(attribute) == "true").Select(column => column.Attr("name"));

    public string TypeOf(string column) => Fields.Single(declared => declared.Attr("name") == column).Attr("type");

    public override string ToString() => Name;
}
