using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>
/// Promises that a period will be folded after now. One row a period under an alternate key: while it stands, a fold that
/// has not begun to read is already promised (architecture.md 5).
/// </summary>
internal static class FoldTickets
{
    /// <summary>Opens a period's ticket; false when there is one. Asynchronous callers only.</summary>
    public static bool Open(IOrganizationService org, Period period) =>
        org.TryCreate(new Entity(FoldTicket.Table) { [FoldTicket.TicketKey] = period.Key });

    /// <summary>When the open ticket of a period was made; empty where there is none.</summary>
    public static DateTime? MadeOn(IOrganizationService org, Period period) => Of(org, period)?.GetAttributeValue<DateTime>(FoldTicket.CreatedOn);

    /// <summary>Deletes the open ticket of a period, if there is one.</summary>
    public static void Take(IOrganizationService org, Period period)
    {
        if (Of(org, period) is { } ticket)
        {
            org.Delete(FoldTicket.Table, ticket.Id);
        }
    }

    private static Entity? Of(IOrganizationService org, Period period)
    {
        var query = new QueryExpression(FoldTicket.Table) { ColumnSet = new ColumnSet(FoldTicket.CreatedOn) };
        query.Criteria.AddCondition(FoldTicket.TicketKey, ConditionOperator.Equal, period.Key);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault();
    }
}
