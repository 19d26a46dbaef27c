using System.ServiceModel;
using CrmExtensions.Calendar;
using CrmExtensions.Folding;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Rollups;

/// <summary>Does an errand of the fold protocol and all that follow from it. Asynchronous callers only: each service call is a transaction of its own, and faults are caught.</summary>
internal static class FoldAgenda
{
    /// <summary>Promises a fold of a period; false where others were in the way, so that the job should be tried again. A key that is no period's is passed over: nothing could fold it.</summary>
    public static bool Promise(PluginRun run, string periodKey) =>
        Period.TryParse(periodKey) is not { } period || Work(run, new Errand(Duty.Promise, period));

    /// <summary>Works until nothing follows.</summary>
    /// <exception cref="InvalidPluginExecutionException">Others were in the way, or more is left than fits one job; the platform tries again.</exception>
    public static void WorkOrTryLater(PluginRun run, Errand first)
    {
        if (!Work(run, first))
        {
            throw TryLater(first.Period.Key);
        }
    }

    public static InvalidPluginExecutionException TryLater(string periodKey) =>
        new(OperationStatus.Retry, "The roll-ups of " + periodKey + " are not complete yet; going on in the next attempt.");

    private static bool Work(PluginRun run, Errand first)
    {
        var began = run.Now;
        var waiting = new Stack<Errand>([first]);
        while (waiting.Count > 0)
        {
            var errand = waiting.Pop();
            var finding = Do(run, errand);
            if (Errands.EndsAttempt(finding, run.Now - began))
            {
                return false;
            }

            foreach (var next in Errands.After(errand, finding, month => month.Above(PolicyRow.Read(run.Org).FiscalStartMonth)).Reverse())
            {
                waiting.Push(next);
            }
        }

        return true;
    }

    private static Finding Do(PluginRun run, Errand errand)
    {
        try
        {
            return errand.Duty switch
            {
                Duty.Promise => FoldTickets.Open(run.Org, errand.Period) ? Finding.TicketIsNew : Finding.TicketStands,
                Duty.Fold => FoldRequests.Once(run, errand.Period) ? Finding.MoreIsLeft : Finding.IsComplete,
                _ => Errands.Judge(FoldTickets.MadeOn(run.Org, errand.Period), run.Now),
            };
        }
        catch (FaultException<OrganizationServiceFault> fault) when (Contention.Is(fault))
        {
            return Finding.Contended;
        }
    }
}
