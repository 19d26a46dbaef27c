using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>The rows of wl_rollupperiod.</summary>
internal static class PeriodRows
{
    public static Guid Of(LocalOrg org, string key)
    {
        var query = new QueryByAttribute(RollupPeriod.Table) { ColumnSet = new ColumnSet(false) };
        query.AddAttributeValue(RollupPeriod.PeriodKey, key);
        return org.System.RetrieveMultiple(query).Entities.Single().Id;
    }

    /// <summary>Folds a period for the first time, and those above it, until nothing is left to write.</summary>
    public static Guid FoldFirst(LocalOrg org, string key)
    {
        org.RunJobs();
        org.System.Create(new Entity(FoldTicket.Table) { [FoldTicket.TicketKey] = key });
        org.RunJobs();
        return Of(org, key);
    }

    /// <summary>One fold, here and now.</summary>
    public static void Fold(LocalOrg org, Guid period) =>
        org.System.Update(new Entity(RollupPeriod.Table, period) { [RollupPeriod.FoldToken] = Guid.CreateVersion7().ToString("D") });
}
