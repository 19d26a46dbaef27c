namespace CrmExtensions.Tests.Folding;

/// <summary>
/// The fold protocol in every interleaving of request, lock, read, write, commit, crash and retry (architecture.md 5). Without a
/// crash every end is exact and no ticket is left; after one, a sweep makes it so. FOLD_MODEL=full checks larger histories too.
/// </summary>
[TestClass]
public sealed class ProtocolModelTests(TestContext test)
{
    private static IEnumerable<string> Names =>
        Environment.GetEnvironmentVariable("FOLD_MODEL") == "full" ? Scenarios.Small.Keys.Concat(Scenarios.Large.Keys) : Scenarios.Small.Keys;

    [TestMethod]
    [DynamicData(nameof(Names))]
    public void Every_end_is_exact_at_once_or_after_one_sweep(string name)
    {
        var checker = new Checker(Scenarios.Small.TryGetValue(name, out var small) ? small : Scenarios.Large[name], Protocol.Shipped);

        Assert.IsNull(checker.Counterexample());
        test.WriteLine($"{checker.States} worlds");
    }

    [TestMethod]
    public void A_period_has_one_fold_job_at_work_at_a_time()
    {
        var checker = new Checker(Scenarios.Month with { Workers = 4, Changes = [0, 1, 0, 1], TicketsGrowOld = false }, Protocol.Shipped);

        Assert.IsNull(checker.Counterexample());
        Assert.AreEqual(1, checker.MostAskers);
    }
}
