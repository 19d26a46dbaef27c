using System.Collections.Concurrent;
using System.ServiceModel;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Tests;

/// <summary>What happens when several transactions meet on one row (platform-facts.md 2, locks and error codes).</summary>
[TestClass]
public sealed class LockTests
{
    private const int Deadlock = -2147204784;
    private const int Timeout = -2147204783;
    private const int VersionMismatch = -2147088254;
    private const int DuplicateKey = -2147088238;
    private const int Writers = 8;

    [TestMethod]
    public void Who_reads_does_not_wait_for_who_writes_and_sees_what_is_committed()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table, (Account.Name, "before"));
        using var paused = new PausedUpdate(org, Account.Table);
        var writing = Task.Run(() => org.System.Set(account, (Account.Name, "after")));
        paused.WaitUntilThere();

        Assert.AreEqual("before", org.System.Get<string>(account, Account.Name));

        paused.GoOn();
        writing.Wait();
        Assert.AreEqual("after", org.System.Get<string>(account, Account.Name));
    }

    [TestMethod]
    public void The_next_writer_of_a_row_waits_for_the_first_and_neither_is_lost()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table, (Account.Name, "0"));
        org.On("Update", Account.Table, Some.PostOperation, Count);

        Together(Writers, _ => org.System.Set(account, (Account.IndustryCode, new OptionSetValue(1))));

        Assert.AreEqual(Writers.ToString(System.Globalization.CultureInfo.InvariantCulture), org.System.Get<string>(account, Account.Name));
    }

    [TestMethod]
    public void Of_two_transactions_that_wait_for_each_other_one_is_told_of_the_deadlock_and_leaves_nothing()
    {
        using var org = Some.Org();
        var first = org.System.Add(Account.Table, (Account.Name, "first"));
        var second = org.System.Add(Account.Table, (Account.Name, "second"));
        using var bothHoldOne = new Barrier(2);
        var firstUpdates = 0;
        org.On("Update", Account.Table, Some.PostOperation, _ =>
        {
            if (Interlocked.Increment(ref firstUpdates) <= 2)
            {
                bothHoldOne.SignalAndWait();
            }
        });

        var faults = Together(2, number => org.System.Execute(Rename(number == 0 ? [first, second] : [second, first], $"by {number}")));

        var fault = faults.Single();
        Assert.AreEqual(Deadlock, fault.ErrorCode);
        Assert.Contains("Sql Number: 1205", fault.Message);
        Assert.AreEqual(org.System.Get<string>(first, Account.Name), org.System.Get<string>(second, Account.Name));
    }

    [TestMethod]
    public void Who_waits_too_long_for_a_row_is_told_of_the_time_out_and_has_changed_nothing()
    {
        using var org = Some.Org(Some.Options with { LongestLockWait = TimeSpan.FromMilliseconds(200) });
        var account = org.System.Add(Account.Table, (Account.Name, "before"));
        using var paused = new PausedUpdate(org, Account.Table);
        var writing = Task.Run(() => org.System.Set(account, (Account.Name, "first")));
        paused.WaitUntilThere();

        var fault = Some.Refusal(() => org.System.Set(account, (Account.Name, "second")));

        paused.GoOn();
        writing.Wait();
        Assert.AreEqual(Timeout, fault.ErrorCode);
        Assert.Contains("SQL timeout expired", fault.Message);
        Assert.AreEqual("first", org.System.Get<string>(account, Account.Name));
    }

    [TestMethod]
    public void Of_many_who_write_on_one_row_version_exactly_one_does()
    {
        using var org = Some.Org();
        var account = org.System.Add(Account.Table, (Account.Name, "before"));
        var version = org.System.Read(account).RowVersion;
        using var start = new Barrier(Writers);

        var faults = Together(Writers, number =>
        {
            start.SignalAndWait();
            org.System.Execute(new UpdateRequest
            {
                Target = new Entity(Account.Table, account.Id) { RowVersion = version, [Account.Name] = $"by {number}" },
                ConcurrencyBehavior = ConcurrencyBehavior.IfRowVersionMatches,
            });
        });

        Assert.HasCount(Writers - 1, faults);
        Assert.IsTrue(faults.All(fault => fault.ErrorCode == VersionMismatch));
    }

    [TestMethod]
    public void Of_many_who_create_a_row_with_one_key_exactly_one_does()
    {
        using var org = Some.Org();
        using var start = new Barrier(Writers);

        var faults = Together(Writers, _ =>
        {
            start.SignalAndWait();
            org.System.Add(FoldTicket.Table, (FoldTicket.TicketKey, "M:2026-04"));
        });

        Assert.HasCount(Writers - 1, faults);
        Assert.IsTrue(faults.All(fault => fault.ErrorCode == DuplicateKey));
        Assert.AreEqual(1, org.System.Count(FoldTicket.Table));
    }

    // Alone: it looks at all connections of this process.
    [TestMethod]
    [DoNotParallelize]
    public void No_transaction_stays_open_when_its_plug_in_throws()
    {
        using var org = Some.Org();
        org.On("Create", Account.Table, Some.PostOperation, _ => throw new InvalidPluginExecutionException("No."));

        Together(Writers, _ => org.System.Add(Account.Table));

        Assert.AreEqual(0, org.System.Count(Account.Table));
        Assert.AreEqual(0L, Transactions.Open());
    }

    private static void Count(PluginCall call)
    {
        var row = call.Service.Read(call.Target.ToEntityReference(), Account.Name);
        if (!call.Target.Contains(Account.Name))
        {
            var next = int.Parse(row.GetAttributeValue<string>(Account.Name)!, System.Globalization.CultureInfo.InvariantCulture) + 1;
            call.Service.Set(call.Target.ToEntityReference(), (Account.Name, next.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }

    private static ExecuteTransactionRequest Rename(IEnumerable<EntityReference> rows, string name)
    {
        var requests = new OrganizationRequestCollection();
        requests.AddRange(rows.Select(row => new UpdateRequest { Target = new Entity(row.LogicalName, row.Id) { [Account.Name] = name } }));
        return new ExecuteTransactionRequest { Requests = requests };
    }

    // Threads of their own, since they wait for each other.
    private static List<OrganizationServiceFault> Together(int count, Action<int> act)
    {
        var faults = new ConcurrentBag<OrganizationServiceFault>();
        var threads = Enumerable.Range(0, count).Select(number => new Thread(() =>
        {
            try
            {
                act(number);
            }
            catch (FaultException<OrganizationServiceFault> fault)
            {
                faults.Add(fault.Detail);
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        return [.. faults];
    }
}
