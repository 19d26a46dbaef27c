using CrmExtensions.Local;
using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>Steps that are not of one table, of queries of every kind and of custom APIs: none is left out without a word.</summary>
[TestClass]
public sealed class EveryTableTests
{
    private readonly List<string> ran = [];

    // "If you leave it blank for core table messages ... the plug-in will be invoked for all the tables" (PD/register-plug-in.md, "Primary Entity").
    [TestMethod]
    [DataRow("")]
    [DataRow("none")]
    public void A_step_without_a_table_runs_for_every_table_in_the_order_of_rank(string none)
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, _ => ran.Add("account"), step => step with { Rank = 2 });
        org.On("Create", none, Some.PostOperation, call => ran.Add("any " + call.Context.PrimaryEntityName), step => step with { Rank = 1 });
        org.On("CreateMultiple", none, Some.PostOperation, call => ran.Add("many " + call.Context.PrimaryEntityName));
        org.Later("Create", none, call => ran.Add("later " + call.Context.PrimaryEntityName));

        org.System.Add(Account.Table);
        org.System.Add(Contact.Table);
        org.RunJobs();

        Assert.AreEqual("any account, account, many account, any contact, many contact, later account, later contact", string.Join(", ", ran));
    }

    [TestMethod]
    [DataRow("Associate")]
    [DataRow("Disassociate")]
    public void So_do_those_of_relationships(string message)
    {
        using var org = Some.Org();
        org.On(message, "none", Some.PostOperation, call => ran.Add(((Microsoft.Xrm.Sdk.Relationship)call.Context.InputParameters["Relationship"]).SchemaName));
        var (deal, rival) = (org.System.Add(Opportunity.Table), org.System.Add(Competitor.Table));
        var relationship = new Microsoft.Xrm.Sdk.Relationship("opportunitycompetitors_association");

        org.System.Associate(Opportunity.Table, deal.Id, relationship, [rival]);
        org.System.Disassociate(Opportunity.Table, deal.Id, relationship, [rival]);

        Assert.AreEqual("opportunitycompetitors_association", string.Join(' ', ran));
    }

    [TestMethod]
    [DataRow("expression")]
    [DataRow("attribute")]
    [DataRow("fetch")]
    public void A_step_of_RetrieveMultiple_hears_of_queries_of_every_kind_that_are_about_its_table(string kind)
    {
        using var org = Some.Org();
        org.On("RetrieveMultiple", Account.Table, Some.PostOperation, call => ran.Add(call.Context.PrimaryEntityName));

        org.System.RetrieveMultiple(All(kind, Account.Table));
        org.System.RetrieveMultiple(All(kind, Contact.Table));

        Assert.AreEqual("account", string.Join(' ', ran));
    }

    [TestMethod]
    public void What_a_step_of_RetrieveMultiple_writes_is_undone_when_a_later_one_refuses()
    {
        using var org = Some.Org();
        org.On("RetrieveMultiple", Account.Table, Some.PreOperation, call => call.Service.Add(Contact.Table));
        org.On("RetrieveMultiple", Account.Table, Some.PostOperation, _ => throw new InvalidPluginExecutionException("no"));

        Some.Refusal(() => org.System.Fetch(Account.Table));

        Assert.AreEqual(0, org.System.Count(Contact.Table));
    }

    // PreOperation and PostOperation are "within the database transaction" (PD/event-framework.md): with them the API is, whatever the switch says.
    [TestMethod]
    public void Steps_of_a_custom_API_run_before_and_after_its_plug_in()
    {
        using var org = WithScore(CustomApiSteps.All);
        foreach (var stage in new[] { Some.PreValidation, Some.PreOperation, Some.PostOperation })
        {
            org.On("wl_ScoreText", "none", stage, call => ran.Add($"{stage} {call.Context.IsInTransaction} {call.Context.OutputParameters.Count > 0}"));
        }

        org.Later("wl_ScoreText", "none", call => ran.Add("later"));

        Score(org);
        org.RunJobs();

        Assert.AreEqual("10 False False, 20 True False, 40 True True, later", string.Join(", ", ran));
    }

    // PD/customapi-table-columns.md, "Select a Custom Processing Step Type".
    [TestMethod]
    [DataRow(CustomApiSteps.None, false, "no steps")]
    [DataRow(CustomApiSteps.None, true, "no steps")]
    [DataRow(CustomApiSteps.Asynchronous, false, "asynchronous steps only")]
    [DataRow(CustomApiSteps.Asynchronous, true, "")]
    public void A_custom_API_says_which_steps_it_allows(CustomApiSteps allowed, bool isAsynchronous, string refusal)
    {
        using var org = WithScore(allowed);
        void Register() => org.On("wl_ScoreText", "none", Some.PostOperation, _ => ran.Add("ran"), step => step with { IsAsynchronous = isAsynchronous });

        if (refusal.Length > 0)
        {
            Assert.Contains(refusal, Assert.ThrowsExactly<InvalidDataException>(Register).Message);
            return;
        }

        Register();
        Score(org);
        org.RunJobs();
        Assert.AreEqual("ran", string.Join(' ', ran));
    }

    // "NOT events" (platform-facts.md 1); Execute: "you shouldn't register extensions for it" (PD/event-framework.md).
    [TestMethod]
    [DataRow("Upsert")]
    [DataRow("UpsertMultiple")]
    [DataRow("ExecuteMultiple")]
    [DataRow("ExecuteTransaction")]
    [DataRow("Execute")]
    public void A_step_that_would_never_run_is_refused_by_name(string message)
    {
        using var org = Some.Org();

        Assert.Contains(message, Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => org.On(message, Account.Table, Some.PostOperation, _ => { })).Message);
    }

    private static LocalOrg WithScore(CustomApiSteps allowed) => OwnOrg.With(
        catalog => catalog with { CustomApis = [.. catalog.CustomApis.Select(api => api.Name == "wl_ScoreText" ? api with { Steps = allowed } : api)] });

    private static void Score(LocalOrg org) => org.System.Execute(new OrganizationRequest("wl_ScoreText") { ["Text"] = "They were cheaper." });

    private static QueryBase All(string kind, string table) => kind switch
    {
        "expression" => new QueryExpression(table),
        "attribute" => new QueryByAttribute(table) { ColumnSet = new ColumnSet(false) },
        _ => new FetchExpression($"<fetch><!-- <entity name='lead'> --><entity name='{table}'/></fetch>"),
    };
}
