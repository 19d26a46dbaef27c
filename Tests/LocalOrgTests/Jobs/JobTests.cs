using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Tests;

/// <summary>Asynchronous steps: rows that run after the commit (platform-facts.md 2).</summary>
[TestClass]
public sealed class JobTests
{
    [TestMethod]
    public void A_job_is_a_row_that_waits_for_the_commit()
    {
        using var org = Some.Org();
        var (runs, seen) = (0, 0);
        org.Later("Create", Account.Table, _ => runs++, step => step with { Name = "greet" });
        org.On("Create", Account.Table, Some.PostOperation, call =>
        {
            call.Service.Add(Contact.Table);
            seen = runs;
        });

        org.System.Add(Account.Table);
        Assert.AreEqual(0, seen);
        Assert.AreEqual(1, org.PendingJobs);
        var waiting = org.System.Fetch(AsyncOperation.Table, "<all-attributes/>")[0];
        Assert.AreEqual("greet", waiting[AsyncOperation.Name]);
        Assert.AreEqual("Create", waiting[AsyncOperation.MessageName]);
        Assert.AreEqual(new OptionSetValue(AsyncOperation.StateCodeOption.Ready), waiting[AsyncOperation.StateCode]);

        org.RunJobs();
        Assert.AreEqual(1, runs);
        Assert.AreEqual(0, org.PendingJobs);
        var done = org.System.Read(waiting.ToEntityReference());
        Assert.AreEqual(new OptionSetValue(AsyncOperation.StateCodeOption.Completed), done[AsyncOperation.StateCode]);
        Assert.AreEqual(new OptionSetValue(AsyncOperation.StatusCodeOption.Succeeded), done[AsyncOperation.StatusCode]);
        Assert.AreEqual(Some.Moment, done[AsyncOperation.CompletedOn]);
    }

    [TestMethod]
    public void A_job_that_succeeded_can_be_deleted()
    {
        using var org = Some.Org();
        org.Later("Create", Account.Table, _ => { }, step => step with { DeleteJobWhenDone = true });

        org.System.Add(Account.Table);
        Assert.AreEqual(1, org.System.Count(AsyncOperation.Table));

        org.RunJobs();
        Assert.AreEqual(0, org.System.Count(AsyncOperation.Table));
    }

    [TestMethod]
    public void A_failing_job_is_recorded_and_the_others_go_on()
    {
        using var org = Some.Org();
        var names = new List<string>();
        org.Later(
            "Create",
            Account.Table,
            call =>
            {
                var name = (string)call.Target[Account.Name];
                names.Add(name);
                if (name == "b")
                {
                    throw new ArithmeticException("seven");
                }
            },
            step => step with { Name = "count", DeleteJobWhenDone = true });

        foreach (var name in new[] { "a", "b", "c" })
        {
            org.System.Add(Account.Table, (Account.Name, name));
        }

        org.RunJobs();

        Assert.AreEqual("a b c", string.Join(' ', names));
        Assert.StartsWith("count: ", org.FailedJobs.Single());
        Assert.Contains("seven", org.FailedJobs[0]);
        var row = org.System.Fetch(AsyncOperation.Table, "<all-attributes/>").Entities.Single();
        Assert.AreEqual(new OptionSetValue(AsyncOperation.StatusCodeOption.Failed), row[AsyncOperation.StatusCode]);
        Assert.Contains("seven", (string)row[AsyncOperation.Message]);
    }

    [TestMethod]
    public void What_a_failing_job_wrote_stays_written()
    {
        using var org = Some.Org();
        org.Later("Create", Account.Table, call =>
        {
            call.Service.Add(Contact.Table);
            throw new InvalidPluginExecutionException("no");
        });

        org.System.Add(Account.Table);
        org.RunJobs();

        Assert.AreEqual(1, org.System.Count(Contact.Table));
        Assert.AreEqual(1, org.System.Count(Account.Table));
    }

    // "The service makes four attempts, then Failed. Any other exception = Failed job, no retry."
    [TestMethod]
    [DataRow(OperationStatus.Retry, 1, 2, 0)]
    [DataRow(OperationStatus.Retry, 3, 4, 0)]
    [DataRow(OperationStatus.Retry, 9, 4, 1)]
    [DataRow(OperationStatus.Failed, 9, 1, 1)]
    [DataRow(OperationStatus.Canceled, 9, 1, 0)]
    [DataRow(OperationStatus.Suspended, 9, 1, 1)]
    public void A_job_is_tried_again_only_when_it_asks_and_four_times_at_most(OperationStatus status, int failures, int runs, int failed)
    {
        using var org = Some.Org();
        var tried = 0;
        org.Later("Create", Account.Table, _ =>
        {
            if (++tried <= failures)
            {
                throw new InvalidPluginExecutionException(status, "not yet");
            }
        });

        org.System.Add(Account.Table);
        org.RunJobs();

        Assert.AreEqual(runs, tried);
        Assert.HasCount(failed, org.FailedJobs);
    }

    // "30 Succeeded / 31 Failed / 32 Canceled", all of state 3 Completed (platform-facts.md 2, PD/asynchronous-service.md).
    [TestMethod]
    [DataRow(OperationStatus.Succeeded, false, 30)]
    [DataRow(OperationStatus.Retry, true, 31)]
    [DataRow(OperationStatus.Failed, true, 31)]
    [DataRow(OperationStatus.Canceled, true, 32)]
    public void How_a_job_has_ended_its_row_says(OperationStatus status, bool throws, int reason)
    {
        using var org = Some.Org();
        org.Later("Create", Account.Table, _ =>
        {
            if (throws)
            {
                throw new InvalidPluginExecutionException(status, "not today");
            }
        });

        org.System.Add(Account.Table);
        org.RunJobs();

        var job = org.System.Fetch(AsyncOperation.Table, "<all-attributes/>")[0];
        Assert.AreEqual(new OptionSetValue(AsyncOperation.StateCodeOption.Completed), job[AsyncOperation.StateCode]);
        Assert.AreEqual(new OptionSetValue(reason), job[AsyncOperation.StatusCode]);
        Assert.AreEqual(throws ? "not today" : null, job.GetAttributeValue<string>(AsyncOperation.Message));
    }

    [TestMethod]
    public void A_synchronous_step_that_asks_for_another_try_just_fails()
    {
        using var org = Some.Org();
        var tried = 0;
        org.On("Create", Account.Table, Some.PostOperation, _ =>
        {
            tried++;
            throw new InvalidPluginExecutionException(OperationStatus.Retry, "not yet");
        });

        Assert.AreEqual("not yet", Some.Refusal(() => org.System.Add(Account.Table)).Message);

        Assert.AreEqual(1, tried);
    }

    [TestMethod]
    public void A_job_is_told_what_was_then_and_acts_as_the_user_of_then()
    {
        using var org = Some.Org();
        var seller = org.AddUser("Seller", roles: ["Salesperson"]);
        (object? Name, Guid User) told = default;
        org.Later("Update", Account.Table, call => told = (call.Target[Account.Name], call.Context.UserId));
        var account = org.As(seller).Add(Account.Table, (Account.Name, "a"));

        org.As(seller).Set(account, (Account.Name, "b"));
        org.EnableSteps(_ => true, isEnabled: false);
        org.System.Set(account, (Account.Name, "c"));
        org.RunJobs();

        Assert.AreEqual(("b", seller), told);
    }

    [TestMethod]
    public void Jobs_that_jobs_set_off_run_as_well()
    {
        using var org = Some.Org();
        var runs = 0;
        org.Later("Create", Account.Table, call => call.Service.Add(Contact.Table));
        org.Later("Create", Contact.Table, _ => runs++);

        org.System.Add(Account.Table);
        org.RunJobs();

        Assert.AreEqual(1, runs);
    }
}
