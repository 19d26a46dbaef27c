using System.Xml.Linq;

namespace CrmExtensions.Tests.Forms;

/// <summary>A form of a table (solution-anatomy.md 7); its kind is the folder it lies in.</summary>
internal sealed record FormXml(XmlFile File)
{
    public const string Main = "main";
    public const string QuickView = "quick";
    public const string QuickCreate = "quickCreate";

    public static IEnumerable<FormXml> All => XmlFile.In("Entities").Where(file => file.Place.Contains("/FormXml/", StringComparison.Ordinal)).Select(file => new FormXml(file));

    public string Id => File.Root.Element("systemform")!.Text("formid");

    public string Kind => File.Place.Split('/')[3];

    /// <summary>Logical name.</summary>
    public string Table => File.Place.Split('/')[1].Logical();

    public XElement Form => File.Root.Element("systemform")!.Element("form")!;

    public IEnumerable<XElement> Controls => Form.Descendants("control");

    /// <summary>Controls that show a column, each with it.</summary>
    public IEnumerable<(XElement Control, string Column)> Fields => Controls.Where(control => !IsSubgrid(control) && !IsQuickView(control)).Select(control => (control, control.Attr("datafieldname")));

    public IEnumerable<XElement> Subgrids => Controls.Where(IsSubgrid);

    public IEnumerable<XElement> QuickViews => Controls.Where(IsQuickView);

    public bool IsFallback => Form.Elements("DisplayConditions").Any(conditions => conditions.Attr("FallbackForm") == "true");

    public override string ToString() => File.Path;

    private static bool IsSubgrid(XElement control) => ControlClass.Of(control) == ControlClass.Subgrid;

    private static bool IsQuickView(XElement control) => ControlClass.Of(control) == ControlClass.QuickView;
}
