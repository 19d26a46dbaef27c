using System.ServiceModel;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>Requests of any kind in one (PD/org-service/execute-multiple-requests.md, use-executetransaction.md).</summary>
[TestClass]
public sealed class BatchTests
{
    private const int NotSupported = -2147220715;
    private const int NoSuchRow = -2147220969;

    // "Each message request in the input collection is processed in a separate database transaction."
    [TestMethod]
    [DataRow(true, "first third", "1")]
    [DataRow(false, "first", "1")]
    public void ExecuteMultiple_keeps_what_went_through_and_stops_or_goes_on_after_a_fault(bool continues, string names, string faulted)
    {
        using var org = Some.Org();

        var response = Multiple(org.System, continues, returns: false, New("first"), Missing(), New("third"));

        Assert.IsTrue(response.IsFaulted);
        Assert.AreEqual(faulted, string.Join(' ', response.Responses.Select(item => item.RequestIndex)));
        Assert.AreEqual(NoSuchRow, response.Responses[0].Fault!.ErrorCode);
        Assert.IsNull(response.Responses[0].Response);
        Assert.AreEqual(names, Names(org.System));
    }

    [TestMethod]
    [DataRow(true, "0 1")]
    [DataRow(false, "")]
    public void ExecuteMultiple_answers_with_each_response_when_asked(bool returns, string indexes)
    {
        using var org = Some.Org();

        var response = Multiple(org.System, continues: false, returns, New("first"), new CreateRequest { Target = new Entity(Contact.Table, Some.Id(7)) });

        Assert.IsFalse(response.IsFaulted);
        Assert.AreEqual(indexes, string.Join(' ', response.Responses.Select(item => item.RequestIndex)));
        if (returns)
        {
            Assert.AreEqual(Some.Id(7), ((CreateResponse)response.Responses[1].Response!).id);
        }
    }

    // "A limit of 1000 requests is typical"; "Handle a batch size fault".
    [TestMethod]
    [DataRow("ExecuteMultiple", 1000, true)]
    [DataRow("ExecuteMultiple", 1001, false)]
    [DataRow("ExecuteTransaction", 1000, true)]
    [DataRow("ExecuteTransaction", 1001, false)]
    public void A_batch_has_a_thousand_requests_at_most(string message, int count, bool isAccepted)
    {
        using var org = Some.Org();
        var batch = new OrganizationRequest(message)
        {
            ["Requests"] = Requests([.. Enumerable.Repeat(new OrganizationRequest("WhoAmI"), count - 1), New("last")]),
            ["Settings"] = new ExecuteMultipleSettings(),
        };

        if (isAccepted)
        {
            org.System.Execute(batch);
        }
        else
        {
            var refusal = Some.Refusal(() => org.System.Execute(batch));
            Assert.AreEqual(NotSupported, refusal.ErrorCode);
            Assert.AreEqual("ExecuteMultiple Request batch size exceeds the maximum batch size allowed!", refusal.Message);
            Assert.AreEqual(1000, refusal.ErrorDetails["MaxBatchSize"]);
        }

        Assert.AreEqual(isAccepted ? 1 : 0, org.System.Count(Account.Table));
    }

    // "An ExecuteMultipleRequest found in the request collection will generate a fault for that request item."
    [TestMethod]
    public void ExecuteMultiple_inside_ExecuteMultiple_is_a_fault_of_that_request_and_a_transaction_is_not()
    {
        using var org = Some.Org();
        var inner = new ExecuteMultipleRequest { Requests = Requests(New("never")), Settings = new ExecuteMultipleSettings() };

        var response = Multiple(org.System, continues: true, returns: false, inner, new ExecuteTransactionRequest { Requests = Requests(New("inside")) });

        Assert.AreEqual(0, response.Responses.Single().RequestIndex);
        Assert.AreEqual(NotSupported, response.Responses.Single().Fault!.ErrorCode);
        Assert.AreEqual("inside", Names(org.System));
    }

    [TestMethod]
    [DataRow("ExecuteMultiple")]
    [DataRow("ExecuteTransaction")]
    public void A_transaction_contains_no_batches(string inner)
    {
        using var org = Some.Org();

        var fault = TransactionFault(org.System, New("first"), new OrganizationRequest(inner));

        Assert.AreEqual((1, NotSupported), (fault.FaultedRequestIndex, fault.ErrorCode));
        Assert.AreEqual("", Names(org.System));
    }

    [TestMethod]
    public void ExecuteTransaction_tells_which_request_failed_and_leaves_nothing()
    {
        using var org = Some.Org();

        var fault = TransactionFault(org.System, New("first"), New("second"), Missing());

        Assert.AreEqual((2, NoSuchRow), (fault.FaultedRequestIndex, fault.ErrorCode));
        Assert.AreEqual($"Entity 'account' With Id = {Some.Id(1)} Does Not Exist", fault.Message);
        Assert.AreEqual("", Names(org.System));
    }

    [TestMethod]
    [DataRow(true, 2)]
    [DataRow(false, 0)]
    [DataRow(null, 0)]
    public void ExecuteTransaction_sees_what_it_wrote_and_answers_when_asked(bool? returns, int count)
    {
        using var org = Some.Org();
        var change = new UpdateRequest { Target = new Entity(Account.Table, Some.Id(7)) { [Account.Name] = "after" } };

        var response = (ExecuteTransactionResponse)org.System.Execute(new ExecuteTransactionRequest { Requests = Requests(New("before", 7), change), ReturnResponses = returns });

        Assert.HasCount(count, response.Responses);
        Assert.AreEqual("after", Names(org.System));
    }

    [TestMethod]
    [DataRow("ExecuteMultiple")]
    [DataRow("ExecuteTransaction")]
    public void Plugins_find_a_request_of_a_batch_no_deeper_than_any_other(string message)
    {
        using var org = Some.Org();
        var depths = new List<int>();
        org.On("Create", Account.Table, Some.PostOperation, call => depths.Add(call.Context.Depth));

        org.System.Execute(new OrganizationRequest(message) { ["Requests"] = Requests(New("a"), New("b")), ["Settings"] = new ExecuteMultipleSettings() });

        CollectionAssert.AreEqual(new[] { 1, 1 }, depths);
    }

    // best-practices/business-logic/avoid-batch-requests-plugin.md
    [TestMethod]
    [DataRow("ExecuteMultiple")]
    [DataRow("ExecuteTransaction")]
    [DataRow("CreateMultiple")]
    [DataRow("UpdateMultiple")]
    [DataRow("UpsertMultiple")]
    public void Inside_a_plugin_a_batch_is_refused_by_name(string message)
    {
        using var org = Some.Org();
        org.On("Create", Contact.Table, Some.PostOperation, call => call.Service.Execute(new OrganizationRequest(message)));

        var refusal = Assert.ThrowsExactly<NotSupportedByLocalOrgException>(() => org.System.Add(Contact.Table));

        Assert.Contains(message + " inside a plug-in", refusal.Message);
        Assert.AreEqual(0, org.System.Count(Contact.Table));
    }

    // "Each operation performed within ExecuteMultiple must be rolled back."
    [TestMethod]
    public void Inside_a_plugin_that_may_batch_everything_is_of_the_plugins_transaction()
    {
        using var org = Some.Org(Some.Options with { BulkInPlugins = true });
        OrganizationRequest[] requests = [New("first"), New("second")];
        org.On("Create", Contact.Table, Some.PostOperation, call => Multiple(call.Service, continues: true, returns: true, requests));

        org.System.Add(Contact.Table);
        Assert.AreEqual("first second", Names(org.System));

        requests = [New("third"), Missing()];
        Assert.AreEqual(NoSuchRow, Some.Refusal(() => org.System.Add(Contact.Table)).ErrorCode);
        Assert.AreEqual("first second", Names(org.System));
    }

    private static ExecuteMultipleResponse Multiple(IOrganizationService service, bool continues, bool returns, params OrganizationRequest[] requests) =>
        (ExecuteMultipleResponse)service.Execute(new ExecuteMultipleRequest
        {
            Requests = Requests(requests),
            Settings = new ExecuteMultipleSettings { ContinueOnError = continues, ReturnResponses = returns },
        });

    private static ExecuteTransactionFault TransactionFault(IOrganizationService service, params OrganizationRequest[] requests) =>
        (ExecuteTransactionFault)Assert.ThrowsExactly<FaultException<OrganizationServiceFault>>(
            () => service.Execute(new ExecuteTransactionRequest { Requests = Requests(requests) })).Detail;

    private static OrganizationRequestCollection Requests(params OrganizationRequest[] requests)
    {
        var collection = new OrganizationRequestCollection();
        collection.AddRange(requests);
        return collection;
    }

    private static CreateRequest New(string name, int id = 0) => new()
    {
        Target = new Entity(Account.Table, id == 0 ? Guid.Empty : Some.Id(id)) { [Account.Name] = name },
    };

    private static DeleteRequest Missing() => new() { Target = new EntityReference(Account.Table, Some.Id(1)) };

    private static string Names(IOrganizationService service) => service.Fetch(Account.Table, "<attribute name='name'/><order attribute='name'/>").Texts("name");
}
