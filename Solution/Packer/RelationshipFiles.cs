using System.Xml.Linq;

namespace CrmExtensions.Packing;

/// <summary>Other/Relationships.xml, which lists all by name, with the definitions in Other/Relationships/*.</summary>
internal static class RelationshipFiles
{
    public static IEnumerable<XElement> Read(SourceFolder source, string place)
    {
        var defined = source.Below("Other/Relationships").SelectMany(file => source.Xml(file).Elements().Select(element => (File: file, Element: element))).ToLookup(one => NameOf(one.Element));
        var listed = source.Xml(place).Elements().Select(NameOf).ToList();
        List<Complaint> complaints =
        [
            .. defined.Where(one => one.Count() > 1).Select(one => new Complaint(one.Last().File, $"The relationship {one.Key} stands twice. Take one out.", $"リレーションシップ {one.Key} が二重に定義されています。一方を削除してください。")),
            .. defined.Where(one => !listed.Contains(one.Key)).Select(one => new Complaint(place, $"The relationship {one.Key} is not listed, so it would not be packed. Add it.", $"リレーションシップ {one.Key} が一覧になく、パックされません。追加してください。")),
            .. listed.Where(name => !defined.Contains(name)).Select(name => new Complaint(place, $"The relationship {name} is listed but defined nowhere. Take it out or define it.", $"リレーションシップ {name} は一覧にあるのに定義がありません。削除するか定義してください。")),
        ];
        return complaints.Count == 0 ? listed.Select(name => defined[name].Single().Element) : throw new PackException(complaints);
    }

    private static string NameOf(XElement relationship) => (string?)relationship.Attribute("Name") ?? "";
}
