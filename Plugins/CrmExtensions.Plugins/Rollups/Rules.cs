using CrmExtensions.Folding;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>What the figures of every period depend on besides what it sums, and when that was changed last.</summary>
internal sealed record Rules(int FiscalStartMonth, DateTime? PolicyChangedOn, DateTime? TaxonomyChangedOn)
{
    /// <summary>Three service calls.</summary>
    public static Rules Read(IOrganizationService org) => new(
        PolicyRow.Read(org).FiscalStartMonth,
        Newest(org, Setting.Table, Setting.ModifiedOn),
        Newest(org, Reason.Table, Reason.ModifiedOn));

    public PeriodFacts In(PeriodFacts facts) => facts with { PolicyChangedOn = PolicyChangedOn, TaxonomyChangedOn = TaxonomyChangedOn };

    private static DateTime? Newest(IOrganizationService org, string table, string modifiedOn)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(modifiedOn), TopCount = 1 };
        query.AddOrder(modifiedOn, OrderType.Descending);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault()?.GetAttributeValue<DateTime>(modifiedOn);
    }
}
