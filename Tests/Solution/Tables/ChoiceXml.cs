using System.Globalization;
using System.Xml.Linq;

namespace CrmExtensions.Tests.Tables;

/// <summary>An optionset element: of a column, or global.</summary>
internal sealed record ChoiceXml(string Place, ColumnXml? Column, XElement Element)
{
    public static IEnumerable<ChoiceXml> Global => XmlFile.In("OptionSets").Select(file => new ChoiceXml(file.Path, null, file.Root));

    public static IEnumerable<ChoiceXml> Local =>
        from column in TableXml.AllColumns
        from set in column.Element.Elements("optionset")
        select new ChoiceXml(column.ToString(), column, set);

    public static IEnumerable<ChoiceXml> All => Global.Concat(Local);

    public string Name => Element.Attr("Name");

    public string Type => Element.Text("OptionSetType");

    public IEnumerable<XElement> Options => Element.Descendants().Where(element => element.Name.LocalName is "option" or "state" or "status");

    public IEnumerable<int> Values => Options.Select(Value);

    public static int Value(XElement option) => Number(option, "value");

    public static int Number(XElement option, string attribute) => int.Parse(option.Attr(attribute), CultureInfo.InvariantCulture);

    public override string ToString() => $"{Name} ({Place})";
}
