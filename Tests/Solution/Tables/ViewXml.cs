using System.Xml.Linq;

namespace CrmExtensions.Tests.Tables;

/// <summary>A view (solution-anatomy.md 8).</summary>
internal sealed record ViewXml(XmlFile File)
{
    private static readonly Lazy<ILookup<Guid, ViewXml>> ById = new(() => All.ToLookup(view => Guid.Parse(view.Id)));

    public static IEnumerable<ViewXml> All => XmlFile.In("Entities").Where(file => file.Place.Contains("/SavedQueries/", StringComparison.Ordinal)).Select(file => new ViewXml(file));

    public string Id => Element.Text("savedqueryid");

    public string Table => File.Place.Split('/')[1].Logical();

    public string Type => Element.Text("querytype");

    public XElement Element => File.Root.Element("savedquery")!;

    public XElement Fetch => Element.Element("fetchxml")!.Element("fetch")!;

    public string Name(string language) => Element.Element("LocalizedNames")!.Elements().Single(name => name.Attr("languagecode") == language).Attr("description");

    /// <summary>By its id, in any letter case.</summary>
    public static ViewXml? At(string id) => ById.Value[Guid.Parse(id)].SingleOrDefault();

    public override string ToString() => $"{File.Path} ({Name("1033")})";
}
