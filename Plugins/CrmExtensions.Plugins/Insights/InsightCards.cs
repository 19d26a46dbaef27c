using System.ServiceModel;
using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Insights;

/// <summary>
/// The one card of an interview, made from its newest version under the newest settings, whichever job comes last (architecture.md 4, A3). Asynchronous callers only:
/// a lost race is a fault that is caught.
/// </summary>
internal static class InsightCards
{
    // ConcurrencyVersionMismatch; and IsvAborted, which S7 answers an older version with, should the platform ask it first.
    private static readonly int[] LostRaces = [-2147088254, -2147220891];

    // Each round is lost to somebody who has written the same card in the meantime.
    private const int MostRounds = 10;

    /// <summary>Writes, refreshes or withdraws the card; whether anything was written.</summary>
    /// <exception cref="InvalidPluginExecutionException">Others were faster ten times over; the platform tries again.</exception>
    public static bool BringUpToDate(PluginRun run, Guid interview)
    {
        for (var round = 0; round < MostRounds; round++)
        {
            if (SharedInterview.Find(run.Org, interview) is not { } shared)
            {
                return false;
            }

            var stored = Find(run.Org, shared.Key);
            if (stored is null ? !shared.WasSubmitted : CardVersion.Covers(stored.GetAttributeValue<string>(Insight.SourceVersion), shared.Version))
            {
                return false;
            }

            var card = Card.Of(run, shared, stored);
            if (stored is null ? run.Org.TryCreate(card) : TryUpdate(run.Org, stored, card))
            {
                return true;
            }
        }

        throw new InvalidPluginExecutionException(OperationStatus.Retry, "The card of interview " + interview.ToString("D") + " is being written by others; going on in the next attempt.");
    }

    private static Entity? Find(IOrganizationService org, string key)
    {
        var query = new QueryExpression(Insight.Table) { ColumnSet = new ColumnSet(true), TopCount = 1 };
        query.Criteria.AddCondition(Insight.InterviewKey, ConditionOperator.Equal, key);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private static bool TryUpdate(IOrganizationService org, Entity stored, Entity card)
    {
        var change = new Entity(Insight.Table, stored.Id) { RowVersion = stored.RowVersion };
        foreach (var column in card.Attributes.Where(column => !ColumnValues.Same(stored.Contains(column.Key) ? stored[column.Key] : null, column.Value)))
        {
            change[column.Key] = column.Value;
        }

        try
        {
            org.Execute(new UpdateRequest { Target = change, ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches });
            return true;
        }
        catch (FaultException<OrganizationServiceFault> fault) when (LostRaces.Contains(fault.Detail.ErrorCode))
        {
            return false;
        }
    }
}
