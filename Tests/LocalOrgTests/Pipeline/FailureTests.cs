using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>How a plug-in's failure reaches the caller, and that none can be survived inside a transaction (platform-facts.md 0 fact 3, 2).</summary>
[TestClass]
public sealed class FailureTests
{
    private const int FromPlugin = -2147220891;
    private const int Unexpected = -2147220956;
    private const int NoSuchRow = -2147220969;
    private const int CaughtAndContinued = -2146893812;
    private const int NoTransaction = -2147220911;

    [TestMethod]
    [DataRow(Some.PreValidation)]
    [DataRow(Some.PreOperation)]
    [DataRow(Some.PostOperation)]
    public void A_refusal_reaches_the_caller_word_for_word(int stage)
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, stage, _ => throw new InvalidPluginExecutionException("Not {0} today; 今日は無理です。"));

        var refusal = Some.Refusal(() => org.System.Add(Account.Table));

        Assert.AreEqual(FromPlugin, refusal.ErrorCode);
        Assert.AreEqual("Not {0} today; 今日は無理です。", refusal.Message);
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void Another_exception_is_unexpected_and_named_with_its_plugin()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, _ => throw new ArithmeticException("seven"));

        var refusal = Some.Refusal(() => org.System.Add(Account.Table));

        Assert.AreEqual(Unexpected, refusal.ErrorCode);
        Assert.StartsWith("An unexpected error occurred from ISV code.", refusal.Message);
        Assert.Contains("OwnPlugin: System.ArithmeticException: seven", refusal.Message);
    }

    [TestMethod]
    public void A_fault_of_a_service_call_goes_through_as_it_is()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, call => call.Service.Delete(Contact.Table, Some.Id(1)));

        Assert.AreEqual(NoSuchRow, Some.Refusal(() => org.System.Add(Account.Table)).ErrorCode);
    }

    [TestMethod]
    public void A_refusal_deep_inside_reaches_the_caller_too()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, call => call.Service.Add(Contact.Table));
        org.On("Create", Contact.Table, Some.PreOperation, _ => throw new InvalidPluginExecutionException("deep"));

        var refusal = Some.Refusal(() => org.System.Add(Account.Table));

        Assert.AreEqual(FromPlugin, refusal.ErrorCode);
        Assert.AreEqual("deep", refusal.Message);
    }

    [TestMethod]
    [DataRow(Some.PreOperation)]
    [DataRow(Some.PostOperation)]
    public void A_fault_caught_and_swallowed_ends_the_transaction_all_the_same(int stage)
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, stage, call => Swallow(() => call.Service.Delete(Contact.Table, Some.Id(1))));

        var refusal = Some.Refusal(() => org.System.Add(Account.Table));

        Assert.AreEqual(CaughtAndContinued, refusal.ErrorCode);
        Assert.StartsWith("ISV code reduced the open transaction count.", refusal.Message);
        Assert.AreEqual(0, org.System.Count(Account.Table));
    }

    [TestMethod]
    public void A_failure_of_a_step_within_cannot_be_swallowed_either()
    {
        using var org = Some.Org();
        org.On("Create", Contact.Table, Some.PostOperation, _ => throw new InvalidPluginExecutionException("no"));
        org.On("Create", Account.Table, Some.PostOperation, call => Swallow(() => call.Service.Add(Contact.Table)));

        Assert.AreEqual(CaughtAndContinued, Some.Refusal(() => org.System.Add(Account.Table)).ErrorCode);
        Assert.AreEqual(0, org.System.Count(Account.Table) + org.System.Count(Contact.Table));
    }

    [TestMethod]
    public void After_a_fault_every_service_call_says_that_there_is_no_transaction()
    {
        using var org = Some.Org();
        var codes = new List<int>();
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            codes.Add(Some.Refusal(() => call.Service.Delete(Contact.Table, Some.Id(1))).ErrorCode);
            codes.Add(Some.Refusal(() => call.Service.Add(Contact.Table)).ErrorCode);
            codes.Add(Some.Refusal(() => call.ServiceOf(Guid.Empty).Fetch(Contact.Table)).ErrorCode);
        });

        Some.Refusal(() => org.System.Add(Account.Table));

        CollectionAssert.AreEqual(new[] { NoSuchRow, NoTransaction, NoTransaction }, codes);
    }

    [TestMethod]
    public void The_second_call_after_a_swallowed_fault_ends_it_in_its_own_words()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            Swallow(() => call.Service.Delete(Contact.Table, Some.Id(1)));
            call.Service.Add(Contact.Table);
        });

        var refusal = Some.Refusal(() => org.System.Add(Account.Table));

        Assert.AreEqual(NoTransaction, refusal.ErrorCode);
        Assert.StartsWith("There is no active transaction.", refusal.Message);
    }

    // "Async plug-ins have no transaction: catching faults is legal there" (platform-facts.md 0 fact 4).
    [TestMethod]
    public void A_job_may_catch_a_fault_and_go_on()
    {
        using var org = Some.Org();
        org.Later("Create", Account.Table, call =>
        {
            Swallow(() => call.Service.Delete(Contact.Table, Some.Id(1)));
            call.Service.Add(Contact.Table);
        });

        org.System.Add(Account.Table);
        org.RunJobs();

        Assert.IsEmpty(org.FailedJobs);
        Assert.AreEqual(1, org.System.Count(Contact.Table));
    }

    [TestMethod]
    public void A_fault_from_outside_spoils_nothing_for_the_next_request()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, call => call.Service.Add(Contact.Table));
        Some.Refusal(() => org.System.Delete(Contact.Table, Some.Id(1)));

        org.System.Add(Account.Table);

        Assert.AreEqual(1, org.System.Count(Contact.Table));
    }

    private static void Swallow(Action act)
    {
        try
        {
            act();
        }
        catch (FaultException)
        {
            // The mistake under test.
        }
    }
}
