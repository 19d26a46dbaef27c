using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>
/// Baseline (b): a counter row, read, incremented and written in the transaction of the close. Either as it is written first,
/// without a lock, or with the update before the read that the platform's documents advise (pre-lock).
/// </summary>
internal sealed class CountOnClose(Guid counter, bool locksFirst) : IPlugin
{
    public void Execute(IServiceProvider serviceProvider)
    {
        var org = ((IOrganizationServiceFactory)serviceProvider.GetService(typeof(IOrganizationServiceFactory))!).CreateOrganizationService(null);
        if (locksFirst)
        {
            org.Update(new Entity(Rollup.Table, counter) { [Rollup.Label1] = Guid.CreateVersion7().ToString() });
        }

        var count = org.Retrieve(Rollup.Table, counter, new ColumnSet(Rollup.N)).GetAttributeValue<int>(Rollup.N);
        org.Update(new Entity(Rollup.Table, counter) { [Rollup.N] = count + 1 });
    }
}
