using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Rollups;

/// <summary>
/// Promises that a period will be folded after now. One row a period under an alternate key: while it stands, a fold that
/// has not begun to read is already promised (architecture.md 5). Asynchronous callers only.
/// </summary>
internal static class FoldTickets
{
    private static readonly TimeSpan Forgotten = TimeSpan.FromMinutes(10);

    /// <summary>Inserts the ticket, and serves one that was left lying for ten minutes.</summary>
    public static void Promise(PluginRun run, string periodKey)
    {
        if (!run.Org.TryCreate(new Entity(FoldTicket.Table) { [FoldTicket.TicketKey] = periodKey })
            && Of(run.Org, periodKey) is { } ticket
            && ticket.GetAttributeValue<DateTime>(FoldTicket.CreatedOn) < run.Now - Forgotten)
        {
            FoldRequests.Complete(run, Period.Parse(periodKey));
        }
    }

    /// <summary>The open ticket of a period, with when it was made.</summary>
    public static Entity? Of(IOrganizationService org, string periodKey)
    {
        var query = new QueryExpression(FoldTicket.Table) { ColumnSet = new ColumnSet(FoldTicket.CreatedOn) };
        query.Criteria.AddCondition(FoldTicket.TicketKey, ConditionOperator.Equal, periodKey);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault();
    }
}
