using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.OData.Edm;

namespace CrmExtensions.Tests.StandIn;

/// <summary>Reads what a PATCH sets, as strictly as the platform or more so.</summary>
internal sealed partial class Payload(OrgRows rows, Table table)
{
    private const string Bind = "@odata.bind";

    /// <summary>The properties to set: columns, and ids under the names that read them.</summary>
    public Dictionary<string, object?> Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.EnumerateObject().Select(Read).ToDictionary(set => set.Property, set => set.Value);
        }
        catch (JsonException wrong)
        {
            throw ApiFault.BadPayload(table, wrong.Message);
        }
    }

    private (string Property, object? Value) Read(JsonProperty property)
    {
        if (property.Name.EndsWith(Bind, StringComparison.Ordinal))
        {
            return Bound(property.Name[..^Bind.Length], property.Value);
        }

        // The words the platform has for it: github.com/microsoft/PowerPlatform-DataverseServiceClient/issues has both.
        var column = table.Column(property.Name) ?? throw ApiFault.BadPayload(table, $"Invalid property '{property.Name}' was found in entity 'Microsoft.Dynamics.CRM.{table.Name}'. Does not support untyped value in non-open type.");
        return column.IsReadOnly ? throw ApiFault.BadPayload(table, $"The stand-in: '{column.Name}' is read-only.") : (column.Name, Value(column, property.Value));
    }

    // webapi/associate-disassociate-entities-using-web-api: a relative address of a row of the right set.
    private (string Property, object? Value) Bound(string property, JsonElement value)
    {
        var lookup = table.LookupBy(property) ?? throw ApiFault.BadPayload(table, $"An undeclared property '{property}' which only has property annotations in the payload but no property value was found in the payload. In OData, only declared navigation properties and declared named streams can be represented as properties without values.");
        if (value.ValueKind == JsonValueKind.Null)
        {
            return (lookup.Value, null);
        }

        var target = OrgModel.Tables[lookup.Target];
        var address = Address().Match(value.GetString() ?? "");
        if (!address.Success || address.Groups["set"].Value != target.Set)
        {
            throw ApiFault.BadPayload(table, $"Resource not found for the segment '{value}' of '{property}'.");
        }

        var id = Guid.Parse(address.Groups["id"].Value);
        return rows.Find(target, id) is null ? throw ApiFault.NoRow(target, id) : (lookup.Value, id);
    }

    private object? Value(Column column, JsonElement value) => (column.Type, value.ValueKind) switch
    {
        (_, JsonValueKind.Null) => column.IsRequired ? throw ApiFault.BadPayload(table, $"The stand-in: '{column.Name}' cannot be empty.") : null,
        (EdmPrimitiveTypeKind.String, JsonValueKind.String) => value.GetString()!.Length == 0 ? null : value.GetString(),
        (EdmPrimitiveTypeKind.Date, JsonValueKind.String) => value.GetString(),
        (EdmPrimitiveTypeKind.Int32, JsonValueKind.Number) when value.TryGetInt32(out var number) => number,
        (EdmPrimitiveTypeKind.Decimal, JsonValueKind.Number) => value.GetDecimal(),
        (EdmPrimitiveTypeKind.Boolean, JsonValueKind.True or JsonValueKind.False) => value.GetBoolean(),
        _ => throw ApiFault.BadPayload(table, $"Cannot convert the literal '{value}' to the expected type 'Edm.{column.Type}'."),
    };

    [GeneratedRegex(@"^/?(?<set>\w+)\((?<id>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})\)$")]
    private static partial Regex Address();
}
