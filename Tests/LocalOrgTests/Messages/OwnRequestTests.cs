using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests;

/// <summary>A request goes over the wire: what becomes of it there, its sender does not see (PD/understand-the-data-context.md, "InputParameters").</summary>
[TestClass]
public sealed class OwnRequestTests
{
    [TestMethod]
    public void An_upsert_by_key_sent_twice_finds_the_second_time_what_it_made_the_first()
    {
        using var org = Some.Org();
        var request = new UpsertRequest { Target = new Entity(RollupPeriod.Table, RollupPeriod.PeriodKey, "M-2026-01") };

        Assert.IsTrue(((UpsertResponse)org.System.Execute(request)).RecordCreated);
        Assert.IsFalse(((UpsertResponse)org.System.Execute(request)).RecordCreated);
    }

    [TestMethod]
    public void A_refused_create_sent_again_is_what_it_was()
    {
        using var org = Some.Org();
        var refuses = true;
        org.On("Create", Account.Table, Some.PreOperation, call =>
        {
            call.Target[Account.Name] += "!";
            if (refuses)
            {
                throw new InvalidPluginExecutionException("no");
            }
        });
        var request = new CreateRequest { Target = new Entity(Account.Table) { [Account.Name] = "a" } };
        Some.Refusal(() => org.System.Execute(request));

        refuses = false;
        var id = ((CreateResponse)org.System.Execute(request)).id;

        Assert.AreEqual("a!", org.System.Get<string>(new(Account.Table, id), Account.Name));
        Assert.AreEqual("a", request.Target[Account.Name]);
    }

    [TestMethod]
    public void A_value_that_a_step_changes_in_place_is_not_the_senders()
    {
        using var org = Some.Org();
        var (status, value) = (new OptionSetValue(Opportunity.StatusCodeOption.InProgress), new Money(5m));
        org.On("Create", Opportunity.Table, Some.PreOperation, call =>
        {
            ((OptionSetValue)call.Target[Opportunity.StatusCode]).Value = Opportunity.StatusCodeOption.OnHold;
            ((Money)call.Target[Opportunity.EstimatedValue]).Value = 6m;
        });

        var deal = org.System.Add(Opportunity.Table, (Opportunity.StatusCode, status), (Opportunity.EstimatedValue, value));

        Assert.AreEqual(Opportunity.StatusCodeOption.InProgress, status.Value);
        Assert.AreEqual(5m, value.Value);
        Assert.AreEqual(Opportunity.StatusCodeOption.OnHold, org.System.Get<OptionSetValue>(deal, Opportunity.StatusCode)!.Value);
    }

    [TestMethod]
    [DataRow("CreateMultiple")]
    [DataRow("ExecuteMultiple")]
    [DataRow("ExecuteTransaction")]
    [DataRow("related")]
    public void Nor_are_rows_inside_a_request(string kind)
    {
        using var org = Some.Org();
        var row = new Entity(Contact.Table) { [Contact.FullName] = "given" };
        org.On("Create", Contact.Table, Some.PreOperation, call => call.Target[Contact.FullName] = "changed");

        org.System.Execute(Holding(kind, row));

        Assert.AreEqual("given", row[Contact.FullName]);
        Assert.AreEqual(1, row.Attributes.Count);
        Assert.AreEqual("changed", org.System.Fetch(Contact.Table, "<attribute name='fullname'/>").Texts(Contact.FullName));
    }

    [TestMethod]
    [DataRow("expression")]
    [DataRow("attribute")]
    [DataRow("fetch")]
    public void Nor_is_a_query_that_a_step_narrows(string kind)
    {
        using var org = Some.Org();
        org.System.Add(Account.Table, (Account.Name, "a"));
        org.System.Add(Account.Table, (Account.Name, "b"));
        org.On("RetrieveMultiple", Account.Table, Some.PreOperation, call => Narrow((QueryBase)call.Context.InputParameters["Query"]), step => step with { Name = "narrow" });
        var query = All(kind);

        Assert.HasCount(1, org.System.RetrieveMultiple(query).Entities);
        org.EnableSteps(step => step.Name == "narrow", isEnabled: false);

        Assert.HasCount(2, org.System.RetrieveMultiple(query).Entities);
    }

    [TestMethod]
    public void A_job_has_the_row_as_it_was_sent_to_it_whatever_another_makes_of_its_own()
    {
        using var org = Some.Org();
        var seen = new List<string>();
        foreach (var _ in Enumerable.Range(0, 2))
        {
            org.Later("Create", Account.Table, call => seen.Add((string)(call.Target[Account.Name] += "!")));
        }

        org.System.Add(Account.Table, (Account.Name, "a"));
        org.RunJobs();

        Assert.AreEqual("a! a!", string.Join(' ', seen));
    }

    private static OrganizationRequest Holding(string kind, Entity row) => kind switch
    {
        "CreateMultiple" => new CreateMultipleRequest { Targets = BulkTests.Rows(row) },
        "ExecuteMultiple" => new ExecuteMultipleRequest { Settings = new ExecuteMultipleSettings(), Requests = [new CreateRequest { Target = row }] },
        "ExecuteTransaction" => new ExecuteTransactionRequest { Requests = [new CreateRequest { Target = row }] },
        _ => new CreateRequest { Target = new Entity(Account.Table) { RelatedEntities = { [new Relationship("account_contact_parentcustomerid")] = BulkTests.Rows(row) } } },
    };

    private static QueryBase All(string kind) => kind switch
    {
        "expression" => new QueryExpression(Account.Table),
        "attribute" => new QueryByAttribute(Account.Table) { ColumnSet = new ColumnSet(false) },
        _ => new FetchExpression("<fetch><entity name='account'/></fetch>"),
    };

    private static void Narrow(QueryBase query)
    {
        switch (query)
        {
            case QueryExpression expression:
                expression.Criteria.AddCondition(Account.Name, ConditionOperator.Equal, "a");
                break;
            case QueryByAttribute byAttribute:
                byAttribute.AddAttributeValue(Account.Name, "a");
                break;
            default:
                ((FetchExpression)query).Query = "<fetch><entity name='account'><filter><condition attribute='name' operator='eq' value='a'/></filter></entity></fetch>";
                break;
        }
    }
}
