using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Insights;

/// <summary>A table whose rows are people, with the columns that name one.</summary>
internal sealed record PersonTable(string Table, string Id, string Full, string Given, string Family, string GivenReading, string FamilyReading)
{
    // Who is not among them is still found before an honorific or behind a title.
    private const int MostRows = 500;

    public static readonly PersonTable Contacts =
        new(Contact.Table, Contact.Id, Contact.FullName, Contact.FirstName, Contact.LastName, Contact.YomiFirstName, Contact.YomiLastName);

    public static readonly PersonTable Users =
        new(SystemUser.Table, SystemUser.Id, SystemUser.FullName, SystemUser.FirstName, SystemUser.LastName, SystemUser.YomiFirstName, SystemUser.YomiLastName);

    /// <summary>Those that a column finds, each by the name and by its reading; one service call, or none for no values.</summary>
    public IEnumerable<PersonName> Find(IOrganizationService org, string column, IReadOnlyCollection<Guid> values)
    {
        if (values.Count == 0)
        {
            return [];
        }

        var query = new QueryExpression(Table) { ColumnSet = new ColumnSet(Full, Given, Family, GivenReading, FamilyReading), TopCount = MostRows };
        query.Criteria.AddCondition(column, ConditionOperator.In, [.. values.Cast<object>()]);
        query.AddOrder(Id, OrderType.Ascending);
        return org.RetrieveMultiple(query).Entities.SelectMany(NamesOf);
    }

    private IEnumerable<PersonName> NamesOf(Entity row) =>
    [
        new(row.GetAttributeValue<string>(Full), row.GetAttributeValue<string>(Family), row.GetAttributeValue<string>(Given)),
        new(null, row.GetAttributeValue<string>(FamilyReading), row.GetAttributeValue<string>(GivenReading)),
    ];
}
