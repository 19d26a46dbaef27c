using CrmExtensions.Framework;
using CrmExtensions.Interviews;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Privacy;

/// <summary>
/// Erases the personal data and the texts of an interview and of what hangs below it; what is counted stays (product.md 6, B7).
/// The privilege that the call asks for is to delete interviews, which only the privacy officer's role has and nobody can use.
/// </summary>
/// <remarks>A call updates at most 200 rows. First the interview, whose mark then lets the rows below be emptied, so that a call that broke off can be repeated.</remarks>
[CustomApi("wl_PurgeInterview")]
public sealed class PurgeInterview : Plugin
{
    private const int MostRows = 200;

    protected override void Run(PluginRun run)
    {
        var key = run.Context.InputParameters["InterviewKey"] as string ?? "";
        var reason = run.Context.InputParameters["Reason"] as string;
        var interview = Guid.TryParse(key.Trim(), out var id) ? Find(run.Org, id) : null;
        run.Refuse(PurgeRules.Judge(key, interview is not null, reason));

        var emptied = EmptyInterview(run, interview!, reason!.Trim());
        var rows = Below(run.Org, id).Take(MostRows + 1).ToList();
        foreach (var row in rows.Take(MostRows))
        {
            run.Org.Update(Emptied(row));
            emptied += PersonalColumns.FilledIn(row).Count;
        }

        run.Context.OutputParameters["Emptied"] = emptied;
        run.Context.OutputParameters["More"] = rows.Count > MostRows;
    }

    private static int EmptyInterview(PluginRun run, Entity interview, string reason)
    {
        var change = Emptied(interview);
        var emptied = change.Attributes.Count;
        if (!interview.Contains(Interview.PurgedOn))
        {
            change[Interview.PurgedOn] = run.Now;
            change[Interview.PurgedById] = new EntityReference(SystemUser.Table, run.Context.InitiatingUserId);
            change[Interview.PurgeReason] = reason;
        }

        if (change.Attributes.Count > 0)
        {
            run.Org.Update(change.ByServer());
        }

        return emptied;
    }

    private static Entity? Find(IOrganizationService org, Guid id)
    {
        var query = new QueryExpression(Interview.Table) { ColumnSet = new ColumnSet(true), TopCount = 1 };
        query.Criteria.AddCondition(Interview.Id, ConditionOperator.Equal, id);
        return org.RetrieveMultiple(query).Entities.FirstOrDefault();
    }

    private static IEnumerable<Entity> Below(IOrganizationService org, Guid interview)
    {
        foreach (var table in PersonalColumns.ChildTables)
        {
            var query = new QueryExpression(table) { ColumnSet = new ColumnSet(true) };
            query.Criteria.AddCondition(ChildChange.ParentColumn, ConditionOperator.Equal, interview);
            foreach (var row in org.ReadAll(query).Where(row => PersonalColumns.FilledIn(row).Count > 0))
            {
                yield return row;
            }
        }
    }

    private static Entity Emptied(Entity row)
    {
        var change = new Entity(row.LogicalName, row.Id);
        foreach (var column in PersonalColumns.FilledIn(row))
        {
            change[column] = null;
        }

        return change;
    }
}
