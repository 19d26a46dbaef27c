using CrmExtensions.Local;
using CrmExtensions.Local.Faults;
using CrmExtensions.Tables;

namespace CrmExtensions.Tests;

/// <summary>Workers take jobs as they come, several at once, unless they are held.</summary>
[TestClass]
public sealed class WorkerTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [TestMethod]
    public void Without_workers_jobs_run_only_when_asked_first_come_first_served()
    {
        using var org = Some.Org();
        var names = new List<object>();
        org.Later("Create", Account.Table, call => names.Add(call.Target[Account.Name]));

        foreach (var name in new[] { "a", "b", "c" })
        {
            org.System.Add(Account.Table, (Account.Name, name));
        }

        Assert.IsEmpty(names);
        Assert.AreEqual(3, org.PendingJobs);

        org.RunJobs();
        Assert.AreEqual("a b c", string.Join(' ', names));
    }

    [TestMethod]
    public void With_workers_they_run_by_themselves()
    {
        using var org = WithWorkers(2);
        using var ran = new ManualResetEventSlim();
        org.Later("Create", Account.Table, _ => ran.Set());

        org.System.Add(Account.Table);

        Assert.IsTrue(ran.Wait(Patience));
    }

    [TestMethod]
    public void Asking_for_jobs_waits_until_all_are_done()
    {
        using var org = WithWorkers(3);
        var runs = 0;
        org.Later("Create", Account.Table, call =>
        {
            call.Service.Add(Contact.Table);
            Interlocked.Increment(ref runs);
        });
        org.Later("Create", Contact.Table, _ => Interlocked.Increment(ref runs));

        for (var number = 0; number < 20; number++)
        {
            org.System.Add(Account.Table);
        }

        org.RunJobs();

        Assert.AreEqual(40, runs);
        Assert.AreEqual(0, org.PendingJobs);
    }

    // "~20 per service batch, order not guaranteed" (platform-facts.md 0 fact 4).
    [TestMethod]
    public void Workers_run_jobs_at_once()
    {
        using var org = WithWorkers(2);
        using var meeting = new Barrier(2);
        var met = 0;
        org.Later("Create", Account.Table, _ =>
        {
            if (meeting.SignalAndWait(Patience))
            {
                Interlocked.Increment(ref met);
            }
        });

        org.System.Add(Account.Table);
        org.System.Add(Account.Table);
        org.RunJobs();

        Assert.AreEqual(2, met);
    }

    [TestMethod]
    public void Held_jobs_wait_until_they_are_let_go()
    {
        using var org = WithWorkers(2);
        var runs = 0;
        org.Later("Create", Account.Table, _ => Interlocked.Increment(ref runs));
        org.HoldJobs(true);

        org.System.Add(Account.Table);
        org.System.Add(Account.Table);
        Assert.AreEqual(2, org.PendingJobs);
        Assert.AreEqual(0, Volatile.Read(ref runs));

        org.HoldJobs(false);
        org.RunJobs();
        Assert.AreEqual(2, runs);
    }

    [TestMethod]
    public void Waiting_for_jobs_can_be_given_up()
    {
        using var org = WithWorkers(1);
        org.Later("Create", Account.Table, _ => { });
        org.HoldJobs(true);
        org.System.Add(Account.Table);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsExactly<OperationCanceledException>(() => org.RunJobs(cancelled.Token));

        Assert.AreEqual(1, org.PendingJobs);
    }

    [TestMethod]
    public void A_job_whose_worker_is_lost_is_neither_done_nor_failed()
    {
        using var org = Some.Org();
        org.Later("Create", Account.Table, call => call.Service.Add(Contact.Table));
        org.Meter.AtServiceCall = (_, _) => throw new WorkerLostException();

        org.System.Add(Account.Table);
        org.RunJobs();

        Assert.IsEmpty(org.FailedJobs);
        var job = org.System.Fetch(AsyncOperation.Table, "<all-attributes/>").Entities.Single();
        Assert.AreEqual("Locked", job.FormattedValues[AsyncOperation.StateCode]);
    }

    private static LocalOrg WithWorkers(int count) => Some.Org(Some.Options with { Workers = count });
}
