using System.Globalization;
using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Tests.Soak;

/// <summary>
/// Eight workers at once on one org with the product's steps and jobs: what a call has promised is there at the end, and
/// every fault is one of contention. LOCALORG_SOAK gives the number of acts; the figure of Tests/LocalOrg/README.md is 100,000.
/// </summary>
[TestClass]
public sealed class SoakTests(TestContext test)
{
    private const int Workers = 8;

    private static readonly int Count =
        int.TryParse(Environment.GetEnvironmentVariable("LOCALORG_SOAK"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : 3_000;

    // Alone: it looks at all connections of this process.
    [TestMethod]
    [DoNotParallelize]
    public void Nothing_promised_is_lost_and_every_fault_is_explained()
    {
        var ledger = new Ledger();
        using var org = LocalOrg.FromSolution(new LocalOrgOptions { Workers = 4 });
        var shared = Enumerable.Range(0, 10).Select(_ => org.System.Create(new Entity(Account.Table) { [Account.Name] = "0" })).ToList();

        Work(org, ledger, shared);
        org.RunJobs(test.CancellationToken);

        test.WriteLine($"{Count} acts; faults of contention: {string.Join(", ", ledger.Contention.Select(pair => $"{pair.Value} of {pair.Key}"))}; jobs that failed: {org.FailedJobs.Count}");
        Assert.AreEqual("", string.Join('\n', ledger.Unexplained.Distinct().Take(5)));
        Assert.AreEqual("", string.Join('\n', org.FailedJobs.Where(said => !said.Contains("Sql Number", StringComparison.Ordinal)).Take(5)));
        Assert.AreEqual(0L, Transactions.Open());
        Compare(org, ledger, shared);
    }

    private void Work(LocalOrg org, Ledger ledger, List<Guid> shared)
    {
        var done = 0;
        var threads = Enumerable.Range(0, Workers).Select(worker => new Thread(() =>
        {
            var acts = new Acts(org, ledger, shared, worker);
            while (Interlocked.Increment(ref done) is var now && now <= Count && !test.CancellationToken.IsCancellationRequested)
            {
                acts.Next();
                if (now % 10_000 == 0)
                {
                    test.WriteLine($"{now} of {Count}");
                }
            }
        })).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
    }

    private static void Compare(LocalOrg org, Ledger ledger, List<Guid> shared)
    {
        foreach (var row in shared)
        {
            Assert.AreEqual(
                ledger.Counted.GetValueOrDefault(row).ToString(CultureInfo.InvariantCulture),
                org.System.Retrieve(Account.Table, row, new ColumnSet(Account.Name)).GetAttributeValue<string>(Account.Name));
        }

        CollectionAssert.AreEquivalent(ledger.Live.Keys.ToList(), All(org, Competitor.Table, Competitor.Name).ConvertAll(row => row.Id));
        CollectionAssert.AreEquivalent(ledger.Transfers.ToList(), All(org, Contact.Table, Contact.FullName).ConvertAll(row => row.GetAttributeValue<string>(Contact.FullName)));
        var reasons = All(org, Reason.Table, Reason.Code, Reason.NameEn).ToDictionary(row => row.GetAttributeValue<string>(Reason.Code)!, row => row.GetAttributeValue<string>(Reason.NameEn));
        foreach (var (key, text) in ledger.ByKey)
        {
            Assert.AreEqual(text, reasons[key]);
        }

        var interviews = All(org, Interview.Table, Interview.OpportunityId);
        CollectionAssert.AreEquivalent(ledger.Closed.ToList(), interviews.ConvertAll(row => row.GetAttributeValue<EntityReference>(Interview.OpportunityId)!.Id));
    }

    private static List<Entity> All(LocalOrg org, string table, params string[] columns)
    {
        var query = new QueryExpression(table) { ColumnSet = new ColumnSet(columns), PageInfo = new PagingInfo { PageNumber = 1, Count = 5000 } };
        var rows = new List<Entity>();
        for (var more = true; more; query.PageInfo.PageNumber++)
        {
            var page = org.System.RetrieveMultiple(query);
            rows.AddRange(page.Entities);
            query.PageInfo.PagingCookie = page.PagingCookie;
            more = page.MoreRecords;
        }

        return rows;
    }
}
