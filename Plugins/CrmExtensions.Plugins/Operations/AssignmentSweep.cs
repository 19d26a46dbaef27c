using System.ServiceModel;
using CrmExtensions.Calendar;
using CrmExtensions.Framework;
using CrmExtensions.Marketers;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>
/// The part of the sweep that lets marketers in on their first day and out after their last, and takes out who was put into a
/// marketer team by hand. A page of business units a call.
/// </summary>
internal static class AssignmentSweep
{
    private const int PageSize = 50;

    public static SweepPage OfUnits(PluginRun run, string cursor)
    {
        var query = new QueryExpression(BusinessUnit.Table) { ColumnSet = new ColumnSet(false), TopCount = PageSize };
        if (cursor.Length > 0)
        {
            query.Criteria.AddCondition(BusinessUnit.Id, ConditionOperator.GreaterThan, Guid.Parse(cursor));
        }

        query.AddOrder(BusinessUnit.Id, OrderType.Ascending);
        var units = run.Org.RetrieveMultiple(query).Entities.Select(unit => unit.Id).ToList();
        var today = BusinessDate.Of(run.Now, PolicyRow.Read(run.Org).Zone());
        var changed = units.Count == 0 ? 0 : MarketerTeam.Read(run.Org, units, today).Sum(team => Align(run, team));
        return new SweepPage(units.Count == PageSize ? units[PageSize - 1].ToString("D") : null, units.Count, changed);
    }

    // A team that cannot be put right must not keep the others from it (as for opportunities, InterviewSweep).
    private static int Align(PluginRun run, MarketerTeam team)
    {
        try
        {
            return team.Align(run);
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            run.Trace(fault.Message);
            return 0;
        }
    }
}
