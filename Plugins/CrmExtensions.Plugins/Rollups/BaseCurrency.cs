using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>
/// The currency that roll-up amounts are in. Named on every row, because what the platform takes without one depends on who
/// writes; an amount is a money column, since sums in yen pass the 100 billion of a decimal one.
/// </summary>
internal static class BaseCurrency
{
    /// <summary>One service call.</summary>
    public static EntityReference Read(IOrganizationService org) => org
        .RetrieveMultiple(new QueryExpression(Organization.Table) { ColumnSet = new ColumnSet(Organization.BaseCurrencyId), TopCount = 1 })
        .Entities[0].GetAttributeValue<EntityReference>(Organization.BaseCurrencyId)!;

    /// <summary>Its ISO code. Two service calls.</summary>
    public static string Code(IOrganizationService org) => org
        .Retrieve(TransactionCurrency.Table, Read(org).Id, new ColumnSet(TransactionCurrency.IsoCurrencyCode))
        .GetAttributeValue<string>(TransactionCurrency.IsoCurrencyCode) ?? "";
}
