using System.Xml.Linq;

namespace CrmExtensions.Packing;

/// <summary>Entities/*: the table with its forms, views, charts and ribbon.</summary>
internal static class TableFolder
{
    public static IEnumerable<XElement> ReadAll(SourceFolder source, string place) => source.Names(place).Select(name => Read(source, $"{place}/{name}"));

    private static XElement Read(SourceFolder source, string folder)
    {
        var file = folder + "/Entity.xml";
        var entity = source.Xml(file);
        Fill("FormXml", source.Names(folder + "/FormXml").Select(type => Forms(source, folder, type)));
        Fill("SavedQueries", [new XElement("savedqueries", Files("SavedQueries").SelectMany(view => source.Xml(view).Elements()))]);
        Fill("Visualizations", Files("Visualizations").Select(source.Xml));
        Fill("RibbonDiffXml", source.Has(folder + "/RibbonDiff.xml") ? source.Xml(folder + "/RibbonDiff.xml").Elements() : []);
        return entity;

        IEnumerable<string> Files(string part) => source.Below($"{folder}/{part}");

        void Fill(string placeholder, IEnumerable<XElement> parts)
        {
            if (entity.Element(placeholder) is { } found)
            {
                found.Add(parts);
            }
            else if (parts.Any(part => part.HasElements))
            {
                throw new PackException(file, $"There is no <{placeholder} />, so these parts of the table would not be packed. Add one.", $"<{placeholder} /> がないので、テーブルのこの部分がパックされません。追加してください。");
            }
        }
    }

    // The folder tells the type; the files wrap each form of its own.
    private static XElement Forms(SourceFolder source, string folder, string type) =>
        new("forms", new XAttribute("type", type), source.Below($"{folder}/FormXml/{type}").SelectMany(form => source.Xml(form).Elements()));
}
