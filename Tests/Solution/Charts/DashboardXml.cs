using System.Xml.Linq;

namespace CrmExtensions.Tests.Charts;

/// <summary>A dashboard (solution-anatomy.md 15).</summary>
internal sealed record DashboardXml(XmlFile File)
{
    public static IEnumerable<DashboardXml> All => XmlFile.In("Dashboards").Select(file => new DashboardXml(file));

    public string Id => File.Root.Text("FormId");

    /// <summary>The parameters of its charts and lists.</summary>
    public IEnumerable<XElement> Parts => File.Root.Descendants("control").Select(control => control.Element("parameters")!);

    public override string ToString() => File.Path;
}
