using System.Globalization;
using System.Xml.Linq;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Metadata;

/// <summary>Reads a Configuration Migration package, as the operator's tools import it (solution-anatomy.md 23).</summary>
public static class ReferenceData
{
    /// <summary>All rows of the package, in its import order.</summary>
    /// <param name="folder">Holds data.xml and data_schema.xml.</param>
    /// <exception cref="NotSupportedException">A field has a type that this org does not import.</exception>
    public static IReadOnlyList<Entity> Read(string folder)
    {
        var schema = SolutionXml.Load(Path.Combine(folder, "data_schema.xml"));
        var data = SolutionXml.Load(Path.Combine(folder, "data.xml")).Elements("entity").ToDictionary(entity => entity.Name("name"));
        var types = schema.Elements("entity").ToDictionary(
            entity => entity.Name("name"),
            entity => entity.Elements("fields").Elements("field").ToDictionary(field => field.Name("name"), field => field.Name("type")));
        return [.. schema.Elements("entityImportOrder").Elements("entityName")
            .Select(entity => entity.Value)
            .SelectMany(entity => data[entity].Elements("records").Elements("record").Select(record => Row(entity, record, types[entity])))];
    }

    private static Entity Row(string table, XElement record, Dictionary<string, string> types)
    {
        var row = new Entity(table, Guid.Parse(record.Name("id")));
        foreach (var field in record.Elements("field").Where(field => types[field.Name("name")] != "guid"))
        {
            row[field.Name("name")] = Value(types[field.Name("name")], field);
        }

        return row;
    }

    private static object Value(string type, XElement field)
    {
        var text = field.Name("value");
        return type switch
        {
            "string" => text,
            "bool" => bool.Parse(text),
            "number" => int.Parse(text, CultureInfo.InvariantCulture),
            "decimal" => decimal.Parse(text, CultureInfo.InvariantCulture),
            "datetime" => DateTime.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal),
            "optionsetvalue" or "state" or "status" => new OptionSetValue(int.Parse(text, CultureInfo.InvariantCulture)),
            "entityreference" => new EntityReference(field.Name("lookupentity"), Guid.Parse(text)),
            _ => throw new NotSupportedException($"Field {field.Name("name")} has type '{type}', which LocalOrg does not import."),
        };
    }
}
