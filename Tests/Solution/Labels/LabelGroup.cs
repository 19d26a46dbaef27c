using System.Xml.Linq;

namespace CrmExtensions.Tests.Labels;

/// <summary>One text in each of its languages: an element whose children carry a languagecode.</summary>
internal sealed record LabelGroup(XmlFile File, XElement Element)
{
    public const string English = "1033";
    public const string Japanese = "1041";

    /// <summary>Every text that a user may read.</summary>
    public static IEnumerable<LabelGroup> All =>
        from file in XmlFile.All
        from element in file.Root.Descendants()
        where element.Elements().Any(child => child.Attribute("languagecode") is not null)
        where !IsForDevelopers(element)
        select new LabelGroup(file, element);

    public IEnumerable<string> Languages => Element.Elements().Select(label => label.Attr("languagecode"));

    public IEnumerable<string> Texts => Element.Elements().Select(label => label.Attr("description"));

    /// <summary>What the text belongs to.</summary>
    public XElement Owner => Element.Parent!;

    public string In(string language) => Element.Elements().FirstOrDefault(label => label.Attr("languagecode") == language)?.Attr("description") ?? "";

    public override string ToString() => $"{File}: {string.Join(' ', Element.AncestorsAndSelf().Reverse().Select(Step).Where(step => step.Length > 0))}";

    // A relationship has no text of its own in any language (solution-anatomy.md 24).
    private static bool IsForDevelopers(XElement element) => element.Ancestors("RelationshipDescription").Any();

    private static string Step(XElement element) => element.Name.LocalName switch
    {
        "attribute" => element.Attr("PhysicalName"),
        "EntityKey" => element.Text("Name"),
        "optionset" => element.Attr("Name"),
        "option" or "state" or "status" => element.Attr("value"),
        var name when char.IsUpper(name[0]) || name is "displaynames" or "displayname" or "description" => name,
        _ => "",
    };
}
