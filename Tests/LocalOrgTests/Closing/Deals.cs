using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Opening, closing and reopening an opportunity.</summary>
internal static class Deals
{
    public const int Default = -1;

    public static EntityReference Deal(this LocalOrg org, decimal? estimate = null) =>
        org.System.Add(Opportunity.Table, (Opportunity.Name, "Deal"), (Opportunity.EstimatedValue, estimate is { } value ? new Money(value) : null));

    public static void Win(this IOrganizationService service, EntityReference deal, int status = Default, params (string Column, object? Value)[] close) =>
        service.Close("WinOpportunity", deal, status, close);

    public static void Lose(this IOrganizationService service, EntityReference deal, int status = Default, params (string Column, object? Value)[] close) =>
        service.Close("LoseOpportunity", deal, status, close);

    public static void Close(this IOrganizationService service, string message, EntityReference? deal, int status, params (string Column, object? Value)[] close)
    {
        var row = new Entity(OpportunityClose.Table) { [OpportunityClose.OpportunityId] = deal };
        foreach (var (column, value) in close)
        {
            row[column] = value;
        }

        service.Execute(new OrganizationRequest(message) { ["OpportunityClose"] = row, ["Status"] = new OptionSetValue(status) });
    }

    public static void SetState(this IOrganizationService service, EntityReference deal, int state, int status) =>
        service.Execute(new OrganizationRequest("SetState")
        {
            ["EntityMoniker"] = deal,
            ["State"] = new OptionSetValue(state),
            ["Status"] = new OptionSetValue(status),
        });

    public static void Reopen(this IOrganizationService service, EntityReference deal) =>
        service.Set(deal, (Opportunity.StateCode, new OptionSetValue(Opportunity.StateCodeOption.Open)));

    /// <summary>State and status reason by their labels.</summary>
    public static string StateOf(this IOrganizationService service, EntityReference row)
    {
        var labels = service.Read(row, Opportunity.StateCode, Opportunity.StatusCode).FormattedValues;
        return $"{labels[Opportunity.StateCode]}, {labels[Opportunity.StatusCode]}";
    }

    public static IReadOnlyList<Entity> CloseRows(this LocalOrg org) => [.. org.System.Fetch(OpportunityClose.Table, "<all-attributes/>").Entities];
}
