using System.Xml.Linq;

namespace CrmExtensions.Tests.Tables;

/// <summary>A full relationship, with the file it stands in.</summary>
internal sealed record RelationshipXml(XmlFile File, XElement Element)
{
    public static IEnumerable<RelationshipXml> All =>
        from file in XmlFile.In("Other/Relationships")
        from element in file.Root.Elements("EntityRelationship")
        select new RelationshipXml(file, element);

    public static IEnumerable<RelationshipXml> OneToMany => All.Where(relationship => relationship.IsOneToMany);

    public string Name => Element.Attr("Name");

    public bool IsOneToMany => Element.Text("EntityRelationshipType") == "OneToMany";

    /// <summary>The table that the file is named after.</summary>
    public string First => Element.Text(IsOneToMany ? "ReferencedEntityName" : "FirstEntityName");

    public string Referencing => Element.Text("ReferencingEntityName");

    /// <summary>Table and lookup, in the letter case of the schema.</summary>
    public string Lookup => $"{Referencing}.{Element.Text("ReferencingAttributeName")}";

    /// <summary>Rows follow the one they point to in everything.</summary>
    public bool IsParental => Element.Text("CascadeAssign") == "Cascade" && Element.Text("CascadeDelete") == "Cascade";

    public IEnumerable<XElement> Roles => Element.Elements("EntityRelationshipRoles").Elements("EntityRelationshipRole");

    public override string ToString() => $"{Name} ({File.Path})";
}
