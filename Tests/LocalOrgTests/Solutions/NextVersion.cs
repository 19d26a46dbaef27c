using System.Globalization;
using System.Xml.Linq;

namespace CrmExtensions.Tests;

/// <summary>What a next version of the solution changes.</summary>
internal static class NextVersion
{
    private const string Manifest = "Other/Solution.xml";

    /// <summary>Adds a column; its type by the word of the XML.</summary>
    public static void AddColumn(this SolutionCopy solution, string table, string schemaName, string type, string rest = "") => solution.Edit(Entity(table), root => root.Descendants("attributes").Single().Add(XElement.Parse(
        $"<attribute PhysicalName='{schemaName}'><Type>{type}</Type><Name>{schemaName.ToLowerInvariant()}</Name><LogicalName>{schemaName.ToLowerInvariant()}</LogicalName>{rest}</attribute>")));

    /// <summary>Adds the relationship of a lookup.</summary>
    public static void AddRelationship(this SolutionCopy solution, string referenced, string referencing, string column)
    {
        var name = $"wl_{referenced}_{referencing}_{column}".ToLower(CultureInfo.InvariantCulture);
        solution.Edit($"Other/Relationships/{referenced}.xml", root => root.Add(XElement.Parse(
            $"<EntityRelationship Name='{name}'><EntityRelationshipType>OneToMany</EntityRelationshipType><ReferencingEntityName>{referencing}</ReferencingEntityName>"
            + $"<ReferencedEntityName>{referenced}</ReferencedEntityName><CascadeDelete>RemoveLink</CascadeDelete><ReferencingAttributeName>{column}</ReferencingAttributeName></EntityRelationship>")));
        solution.Edit("Other/Relationships.xml", root => root.Add(new XElement("EntityRelationship", new XAttribute("Name", name))));
    }

    public static void EditColumn(this SolutionCopy solution, string table, string schemaName, Action<XElement> change) =>
        solution.Edit(Entity(table), root => change(root.Descendants("attribute").Single(column => (string?)column.Attribute("PhysicalName") == schemaName)));

    /// <summary>Adds an alternate key of one column.</summary>
    public static void AddKey(this SolutionCopy solution, string table, string name, string column) => solution.Edit(Entity(table), root => root.Descendants("EntityKeys").Single().Add(XElement.Parse(
        $"<EntityKey><Name>{name}</Name><LogicalName>{name.ToLowerInvariant()}</LogicalName><EntityKeyAttributes><AttributeName>{column}</AttributeName></EntityKeyAttributes></EntityKey>")));

    /// <summary>Adds a table like another one.</summary>
    public static void AddTable(this SolutionCopy solution, string like, string schemaName)
    {
        solution.Add(Entity(schemaName), File.ReadAllText(Path.Combine(solution.Folder, Entity(like)))
            .Replace(like, schemaName, StringComparison.Ordinal)
            .Replace(like.ToLowerInvariant(), schemaName.ToLowerInvariant(), StringComparison.Ordinal));
        solution.AddRoot("1", "schemaName", schemaName.ToLowerInvariant());
    }

    /// <summary>Adds a role like another one.</summary>
    public static void AddRole(this SolutionCopy solution, string like, string name, Guid id)
    {
        var role = XElement.Load(Path.Combine(solution.Folder, $"Roles/{like}.xml"));
        role.SetAttributeValue("id", $"{{{id}}}");
        role.SetAttributeValue("name", name);
        solution.Add($"Roles/{name}.xml", role.ToString());
        solution.AddRoot("20", "id", $"{{{id}}}");
    }

    public static void RemoveStep(this SolutionCopy solution, string file)
    {
        File.Delete(Path.Combine(solution.Folder, file));
        solution.Edit(Manifest, root => root.Descendants("RootComponent").Single(component => (string?)component.Attribute("id") == Path.GetFileNameWithoutExtension(file)).Remove());
    }

    private static void AddRoot(this SolutionCopy solution, string type, string attribute, string name) => solution.Edit(Manifest, root =>
        root.Descendants("RootComponents").Single().Add(new XElement("RootComponent", new XAttribute("type", type), new XAttribute(attribute, name), new XAttribute("behavior", "0"))));

    private static string Entity(string table) => $"Entities/{table}/Entity.xml";
}
