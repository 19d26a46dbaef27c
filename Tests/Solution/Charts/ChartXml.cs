using System.Xml.Linq;

namespace CrmExtensions.Tests.Charts;

/// <summary>A chart (solution-anatomy.md 9).</summary>
internal sealed record ChartXml(XmlFile File)
{
    public static IEnumerable<ChartXml> All => XmlFile.In("Entities").Where(file => file.Place.Contains("/Visualizations/", StringComparison.Ordinal)).Select(file => new ChartXml(file));

    public string Id => File.Root.Text("savedqueryvisualizationid");

    public string Table => File.Place.Split('/')[1].Logical();

    public string Name => File.Root.Element("LocalizedNames")!.Elements().First().Attr("description");

    public XElement Fetch => File.Root.Descendants("fetch").Single();

    public IEnumerable<XElement> Groups => Fetch.Descendants("attribute").Where(attribute => attribute.Attr("groupby") == "true");

    public IEnumerable<XElement> Measures => Fetch.Descendants("attribute").Where(attribute => attribute.Attribute("aggregate") is not null);

    public IEnumerable<XElement> Categories => File.Root.Descendants("category");

    public IEnumerable<XElement> Series => File.Root.Element("presentationdescription")!.Descendants("Series").Where(series => series.Attribute("ChartType") is not null);

    public override string ToString() => $"{File.Path} ({Name})";
}
