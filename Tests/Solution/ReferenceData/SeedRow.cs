using System.Xml.Linq;

namespace CrmExtensions.Tests.ReferenceData;

/// <summary>A row of the data; a column that it does not have reads as empty.</summary>
internal sealed record SeedRow(SeedTable Table, XElement Record)
{
    public string Id => Record.Attr("id");

    public string Name => this["wl_name"];

    public IEnumerable<string> Columns => Record.Elements("field").Select(value => value.Attr("name"));

    /// <summary>The columns that hold words.</summary>
    public IEnumerable<string> Texts => Columns.Where(column => Table.TypeOf(column) == "string");

    public string this[string column] => Record.Elements("field").FirstOrDefault(value => value.Attr("name") == column)?.Attr("value") ?? "";

    public override string ToString() => $"{Table} {Name}";
}
