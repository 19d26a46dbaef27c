using System.Xml.Linq;

namespace CrmExtensions.Tests.Tables;

/// <summary>An attribute element of an Entity.xml.</summary>
internal sealed record ColumnXml(TableXml Table, XElement Element)
{
    public string LogicalName => Element.Text("LogicalName");

    public string PhysicalName => Element.Attr("PhysicalName");

    public string Type => Element.Text("Type");

    /// <summary>Ours, not one that every table has.</summary>
    public bool IsOwn => Element.Text("IsCustomField") == "1";

    public bool IsSecured => Element.Text("IsSecured") == "1";

    public bool IsPrimaryName => Element.Text("DisplayMask").Split('|').Contains("PrimaryName");

    public bool IsDateOnly => Element.Text("Behavior") == "2";

    public override string ToString() => $"{Table.SchemaName}.{PhysicalName}";
}
