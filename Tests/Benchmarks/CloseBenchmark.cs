using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CrmExtensions.Local;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Benchmarks;

/// <summary>
/// What the product's steps add to a close as a rep feels it: WinOpportunity from call to return, with the interview
/// written in its transaction and the asynchronous jobs put into their queue, against the same close with every step off.
/// As shipped: the steps of the overdue gate are enabled only where the policy asks for it.
/// On disk a close waits until the disk has it, as in the database of a CRM; in memory only the processor's work remains.
/// </summary>
[Config(typeof(Settings))]
public class CloseBenchmark
{
    private const int Closes = 2000;

    private string folder = "";
    private LocalOrg org = null!;
    private IOrganizationService rep = null!;
    private Guid[] deals = [];

    public enum StoreKind
    {
        Disk,
        Memory,
    }

    [Params(StoreKind.Disk, StoreKind.Memory)]
    public StoreKind Store { get; set; }

    [IterationSetup(Target = nameof(WithoutSteps))]
    public void Bare() => Prepare(stepsEnabled: false);

    [IterationSetup(Target = nameof(WithSteps))]
    public void Equipped() => Prepare(stepsEnabled: true);

    [IterationCleanup]
    public void Drop()
    {
        org.Dispose();
        if (Store == StoreKind.Disk)
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Closes)]
    public void WithoutSteps() => CloseAll();

    [Benchmark(OperationsPerInvoke = Closes)]
    public void WithSteps() => CloseAll();

    private void Prepare(bool stepsEnabled)
    {
        org = Store == StoreKind.Disk ? OnDisk() : LocalOrg.FromSolution();
        org.HoldJobs(true);
        if (!stepsEnabled)
        {
            org.EnableSteps(_ => true, false);
        }

        var user = org.AddUser("Rep", null, ["Salesperson", "WL Seller"]);
        rep = org.As(user);
        var account = org.System.Create(new Entity(Account.Table) { [Account.Name] = "Aozora Foods", [Account.IndustryCode] = new OptionSetValue(17) });
        deals = [.. Enumerable.Range(0, Closes).Select(i => rep.Create(new Entity(Opportunity.Table)
        {
            [Opportunity.Name] = "Deal",
            [Opportunity.ParentAccountId] = new EntityReference(Account.Table, account),
            [Opportunity.EstimatedValue] = new Money(1000m + i),
        }))];
    }

    private LocalOrg OnDisk()
    {
        folder = Directory.CreateTempSubdirectory().FullName;
        return LocalOrg.InFile(Path.Combine(folder, "org.db"), new LocalOrgOptions { FlushesCommits = true });
    }

    private void CloseAll()
    {
        foreach (var deal in deals)
        {
            rep.Execute(new OrganizationRequest("WinOpportunity")
            {
                ["OpportunityClose"] = new Entity(OpportunityClose.Table)
                {
                    [OpportunityClose.OpportunityId] = new EntityReference(Opportunity.Table, deal),
                    [OpportunityClose.ActualEnd] = new DateTime(2026, 4, 1, 3, 0, 0, DateTimeKind.Utc),
                    [OpportunityClose.ActualRevenue] = new Money(900m),
                },
                ["Status"] = new OptionSetValue(-1),
            });
        }
    }

    private sealed class Settings : BenchmarkDotNet.Configs.ManualConfig
    {
        // In this process: the benchmark loads the plug-in DLL as LocalOrg does, and a fresh org each iteration keeps one from paying for another.
        public Settings() =>
            WithArtifactsPath(".artifacts/benchmarks").AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithInvocationCount(1).WithUnrollFactor(1).WithWarmupCount(5).WithIterationCount(20));
    }
}
