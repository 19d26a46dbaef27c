using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>Sums by dimension and value, and their rows: of wl_rollup, under keys of their own.</summary>
internal sealed class SummaryRows
{
    private readonly Dictionary<string, (int Won, int Lost, decimal Worth)> sums = [];

    public void Add(string dimension, object? value, bool won, int deals, decimal worth)
    {
        var key = $"{dimension}-{(value is EntityReference reference ? reference.Id : value)}";
        var sum = sums.GetValueOrDefault(key);
        sums[key] = (sum.Won + (won ? deals : 0), sum.Lost + (won ? 0 : deals), sum.Worth + worth);
    }

    public void Write(IOrganizationService org)
    {
        foreach (var (key, sum) in sums)
        {
            org.Execute(new UpsertRequest
            {
                Target = new Entity(Rollup.Table, new KeyAttributeCollection { [Rollup.RollupKey] = key })
                {
                    [Rollup.Name] = key,
                    [Rollup.N] = sum.Won + sum.Lost,
                    [Rollup.Won] = sum.Won,
                    [Rollup.Lost] = sum.Lost,
                    [Rollup.WonValue] = new Money(sum.Worth),
                },
            });
        }
    }
}
