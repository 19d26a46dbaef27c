using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Pipeline;

/// <summary>
/// Copies of what a caller hands over, as a message on the wire is one: whatever steps change, the caller's own stays as it
/// was. Only what can be changed is copied; queries when a step could see them (<see cref="QueryCopies"/>).
/// </summary>
internal static class Copies
{
    public static OrganizationRequest Of(OrganizationRequest request) =>
        new(request.RequestName) { RequestId = request.RequestId, Parameters = Of(request.Parameters) };

    public static ParameterCollection Of(ParameterCollection parameters)
    {
        var copy = new ParameterCollection();
        foreach (var (name, value) in parameters)
        {
            copy[name] = Of(value);
        }

        return copy;
    }

    public static Entity Of(Entity row)
    {
        var copy = new Entity(row.LogicalName, row.Id) { RowVersion = row.RowVersion, EntityState = row.EntityState };
        foreach (var (column, value) in row.Attributes)
        {
            copy.Attributes[column] = Of(value);
        }

        if (row.KeyAttributes.Count > 0)
        {
            copy.KeyAttributes = Of(row.KeyAttributes);
        }

        if (row.FormattedValues.Count > 0)
        {
            copy.FormattedValues.AddRange(row.FormattedValues);
        }

        foreach (var (relationship, rows) in row.RelatedEntities)
        {
            copy.RelatedEntities[Of(relationship)] = Of(rows);
        }

        return copy;
    }

    public static object? Of(object? value) => value switch
    {
        null or string or ValueType => value,
        EntityReference reference => Of(reference),
        OptionSetValue choice => new OptionSetValue(choice.Value),
        Money money => new Money(money.Value),
        Entity row => Of(row),
        OrganizationRequest request => Of(request),
        ColumnSet columns => new ColumnSet([.. columns.Columns]) { AllColumns = columns.AllColumns },
        Relationship relationship => Of(relationship),
        _ => OfMany(value),
    };

    private static object OfMany(object value) => value switch
    {
        EntityCollection rows => Of(rows),
        EntityReferenceCollection references => new EntityReferenceCollection([.. references.Select(Of)]),
        OptionSetValueCollection choices => new OptionSetValueCollection([.. choices.Select(choice => new OptionSetValue(choice.Value))]),
        OrganizationRequestCollection requests => Of(requests),
        Array array => array.Clone(),
        _ => value,
    };

    private static EntityReference Of(EntityReference reference)
    {
        var copy = new EntityReference(reference.LogicalName, reference.Id) { Name = reference.Name, RowVersion = reference.RowVersion };
        if (reference.Id == Guid.Empty)
        {
            copy.KeyAttributes = Of(reference.KeyAttributes);
        }

        return copy;
    }

    private static KeyAttributeCollection Of(KeyAttributeCollection keys)
    {
        var copy = new KeyAttributeCollection();
        foreach (var (column, value) in keys)
        {
            copy[column] = Of(value);
        }

        return copy;
    }

    private static Relationship Of(Relationship relationship) => new(relationship.SchemaName) { PrimaryEntityRole = relationship.PrimaryEntityRole };

    private static EntityCollection Of(EntityCollection rows) => new([.. rows.Entities.Select(Of)])
    {
        EntityName = rows.EntityName,
        MoreRecords = rows.MoreRecords,
        PagingCookie = rows.PagingCookie,
        TotalRecordCount = rows.TotalRecordCount,
        TotalRecordCountLimitExceeded = rows.TotalRecordCountLimitExceeded,
    };

    private static OrganizationRequestCollection Of(OrganizationRequestCollection requests)
    {
        var copy = new OrganizationRequestCollection();
        copy.AddRange(requests.Select(Of));
        return copy;
    }
}
