using System.Xml.Linq;

namespace CrmExtensions.Packing;

/// <summary>Templates/EmailTemplates.xml, whose texts lie in files of their own.</summary>
internal static class EmailTemplates
{
    private static readonly (string Element, string File)[] Texts =
    [
        ("subject", "subject.xsl"), ("subjectpresentationxml", "subjectpresentationxml.xml"), ("body", "body.xsl"), ("presentationxml", "presentationxml.xml"),
    ];

    public static IEnumerable<XElement> Read(SourceFolder source, string place)
    {
        var templates = source.Xml(place + "/EmailTemplates.xml");
        foreach (var template in templates.Elements("emailtemplate"))
        {
            var folder = $"{place}/EmailDocuments/{template.Element("languagecode")?.Value}/{template.Element("templateid")?.Value}";
            foreach (var (element, file) in Texts)
            {
                template.SetElementValue(element, source.Text($"{folder}/{file}"));
            }
        }

        yield return templates;
    }
}
