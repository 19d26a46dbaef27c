using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace CrmExtensions.Tests.Templates;

/// <summary>An e-mail template: what a person edits (presentation) and what the platform sends (stylesheet), which must say the same.</summary>
internal sealed partial record EmailTemplate(XElement Root)
{
    private static readonly XNamespace Xsl = "http://www.w3.org/1999/XSL/Transform";

    public static IReadOnlyList<EmailTemplate> All => [.. XmlFile.At("Templates/EmailTemplates.xml").Root.Elements("emailtemplate").Select(root => new EmailTemplate(root))];

    public static EmailTemplate Of(string outcome) => All.Single(template => template.Title.Contains($"({outcome})", StringComparison.Ordinal));

    public string Title => Root.Text("title");

    public IReadOnlyList<string> Files => [File("body.xsl"), File("subject.xsl"), File("presentationxml.xml"), File("subjectpresentationxml.xml")];

    /// <summary>Text and fields in turn, a field as <c>{!table:column;default}</c>.</summary>
    public string Edited => Presentation("presentationxml.xml");

    public string EditedSubject => Presentation("subjectpresentationxml.xml");

    public string Sent => Stylesheet("body.xsl");

    public string SentSubject => Stylesheet("subject.xsl");

    /// <summary>What the customer reads: no tags, entities resolved.</summary>
    public string Read => WebUtility.HtmlDecode(Tag().Replace(Sent, "\n"));

    public IEnumerable<string> Fields => Field().Matches(Sent + SentSubject).Select(found => found.Groups["path"].Value);

    /// <summary>The texts between tags and fields as they are stored.</summary>
    public IEnumerable<string> Encoded => Tag().Split(Field().Replace(Sent, "<f>"));

    public override string ToString() => Title;

    private string File(string name) => $"{XmlFile.Source}/Templates/EmailDocuments/{Root.Text("languagecode")}/{Root.Text("templateid")}/{name}";

    private string Presentation(string file) => string.Concat(XElement.Parse(Repo.Text(File(file))).Elements().Select(part => part.Name == "text"
        ? part.Value
        : Spell(part.Element("slug")!.Text("entity") + "/" + part.Element("slug")!.Text("attribute"), part.Text("default"))));

    private string Stylesheet(string file) => string.Concat(XElement.Parse(Repo.Text(File(file))).Element(Xsl + "template")!.Nodes().Select(part => part is XElement choose
        ? Spell(choose.Element(Xsl + "when")!.Element(Xsl + "value-of")!.Attr("select"), choose.Element(Xsl + "otherwise")!.Value)
        : ((XText)part).Value));

    private static string Spell(string path, string otherwise) => $"{{!{path};{otherwise}}}";

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("\\{!(?<path>[^;]*);[^}]*\\}")]
    private static partial Regex Field();
}
