using System.ServiceModel;
using CrmExtensions.Closing;
using CrmExtensions.Framework;
using CrmExtensions.Settings;
using CrmExtensions.Tables;
using CrmExtensions.Texts;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Operations;

/// <summary>
/// Brings the interviews of every opportunity, or of one, in line with its closes however long ago, and tells what it found and
/// changed (product.md 6, B11). The caller repeats with the returned token until it is empty; running it twice changes nothing more.
/// </summary>
[CustomApi("wl_Reconcile")]
public sealed class Reconcile : Plugin
{
    private const string Token = "ContinuationToken";
    private const string Key = "OpportunityKey";

    // A call may take two minutes, and one opportunity a dozen service calls.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(45);

    protected override void Run(PluginRun run)
    {
        var token = Given(run, Token);
        if (Given(run, Key) is { } key)
        {
            run.Refuse(token is null ? null : new Refusal(Text.TokenUnknown, token));
            var one = Existing(run, key);
            Answer(run, [one], one);
            return;
        }

        Guid? last = null;
        if (token is not null)
        {
            run.Refuse(Guid.TryParseExact(token, "D", out var id) ? null : new Refusal(Text.TokenUnknown, token));
            last = id;
        }

        var page = ClosedOpportunities.After(run.Org, last, PolicyRow.Read(run.Org));
        Answer(run, page, page.Count < ClosedOpportunities.PageSize ? page.LastOrDefault() : null);
    }

    private static string? Given(PluginRun run, string name) =>
        run.Context.InputParameters.TryGetValue(name, out var value) && value is string text && !string.IsNullOrWhiteSpace(text) ? text : null;

    private static Guid Existing(PluginRun run, string key)
    {
        run.Refuse(Guid.TryParse(key, out var id) ? null : new Refusal(Text.OpportunityKeyNotReadable, key));
        var query = new QueryExpression(Opportunity.Table) { ColumnSet = new ColumnSet(false), TopCount = 1 };
        query.Criteria.AddCondition(Opportunity.Id, ConditionOperator.Equal, id);
        run.Refuse(run.Org.RetrieveMultiple(query).Entities.Count > 0 ? null : new Refusal(Text.OpportunityUnknown, id.ToString("D")));
        return id;
    }

    /// <param name="run">The run.</param>
    /// <param name="page">What to look at.</param>
    /// <param name="end">After which one all is done; empty where more follow this page.</param>
    private static void Answer(PluginRun run, List<Guid> page, Guid? end)
    {
        var until = run.Now + Longest;
        var report = new ReconcileReport();
        foreach (var opportunity in page.TakeWhile(_ => report.Found == 0 || run.Now < until))
        {
            One(run, opportunity, report);
        }

        run.Context.OutputParameters["Found"] = report.Found;
        run.Context.OutputParameters["Changed"] = report.Changed;
        run.Context.OutputParameters["Report"] = report.IsEmpty ? "" : report.In(run.Language());
        run.Context.OutputParameters[Token] = report.Found < page.Count || end is null ? page[report.Found - 1].ToString("D") : "";
    }

    // One that cannot be put right must not keep the others from it (as in InterviewSweep).
    private static void One(PluginRun run, Guid opportunity, ReconcileReport report)
    {
        try
        {
            report.Add(opportunity, InterviewReconciliation.Reconcile(run.Org, opportunity, run.Now, bySweep: true));
        }
        catch (FaultException<OrganizationServiceFault> fault)
        {
            report.Add(opportunity, fault.Message);
        }
    }
}
