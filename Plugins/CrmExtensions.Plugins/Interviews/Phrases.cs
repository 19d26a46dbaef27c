using CrmExtensions.Specificity;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Interviews;

/// <summary>The organisation's dictionary of stock phrases and placeholders.</summary>
internal static class Phrases
{
    /// <summary>One service call.</summary>
    public static PhraseBook Read(IOrganizationService org)
    {
        var query = new QueryExpression(VaguePhrase.Table) { ColumnSet = new ColumnSet(VaguePhrase.Name, VaguePhrase.Kind) };
        query.Criteria.AddCondition(VaguePhrase.StateCode, ConditionOperator.Equal, VaguePhrase.StateCodeOption.Active);
        var byKind = org.RetrieveMultiple(query).Entities.ToLookup(
            row => row.GetAttributeValue<OptionSetValue>(VaguePhrase.Kind)?.Value,
            row => row.GetAttributeValue<string>(VaguePhrase.Name) ?? "");
        return new PhraseBook(byKind[VaguePhrase.KindOption.StockPhrase], byKind[VaguePhrase.KindOption.Placeholder]);
    }
}
