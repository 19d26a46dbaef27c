using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>A call of the sweep does a bounded piece of work.</summary>
[TestClass]
public sealed class SweepCallTests
{
    [TestMethod]
    public void A_call_of_the_sweep_ends_long_before_two_minutes_and_goes_on_where_it_was()
    {
        using var office = new Office();
        office.Org.EnableSteps(_ => true, false);
        for (var month = 1; month <= 12; month++)
        {
            office.Win(office.Deal(), new DateTime(2025, month, 3, 3, 0, 0, DateTimeKind.Utc));
        }

        office.Org.EnableSteps(_ => true, true);
        office.Sweep();
        foreach (var row in office.Rows(RollupPeriod.Table))
        {
            office.System.Update(new Entity(RollupPeriod.Table, row.Id) { [RollupPeriod.AsOf] = null });
        }

        office.Org.Meter.AtServiceCall = (_, request) =>
        {
            if (request is UpdateRequest { Target: { LogicalName: RollupPeriod.Table } row } && row.Contains(RollupPeriod.FoldToken))
            {
                office.Advance(TimeSpan.FromSeconds(10));
            }
        };
        var longest = TimeSpan.Zero;
        var token = "months:";
        do
        {
            var began = office.Now;
            token = (string)office.System.Execute(new OrganizationRequest("wl_RunDailySweep") { ["ContinuationToken"] = token }).Results["ContinuationToken"];
            longest = office.Now - began > longest ? office.Now - began : longest;
        }
        while (token.StartsWith("months:", StringComparison.Ordinal));

        Assert.IsTrue(longest < TimeSpan.FromSeconds(80), longest.ToString());
        Assert.IsTrue(office.Rows(RollupPeriod.Table).Where(row => row.FormattedValues[RollupPeriod.Grain] == "Month").All(row => row.Contains(RollupPeriod.AsOf)));
    }
}
