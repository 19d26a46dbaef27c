namespace CrmExtensions.Tests.Registration;

/// <summary>
/// The columns that count stand twice, because a step's attribute takes constants only: where a fold reads them, and where a
/// change of them promises a fold. A column in one and not in the other would let numbers go stale.
/// </summary>
[TestClass]
public sealed class CountedColumnTests
{
    // What the month is made of beside its columns: which interviews count, and that reasons or competitors have changed.
    private static readonly string[] Beside = ["wl_iscurrent", "wl_childstamp"];

    private static IReadOnlyList<string> Read => ShippedDll.Texts("CrmExtensions.Rollups.MonthQueries", "Columns");

    private static IReadOnlyList<string> Promised => StepXml.OfSolution.Single(step => step.Class == "CrmExtensions.Rollups.PromiseFoldOfChangedInterview").Columns;

    [TestMethod]
    public void Whatever_a_fold_reads_and_somebody_can_change_promises_a_fold()
    {
        var fixedAtClose = ShippedDll.Texts("CrmExtensions.Interviews.InterviewColumns", "Snapshot");

        CollectionAssert.IsSubsetOf(Read.Except(fixedAtClose).ToList(), Promised.ToList());
    }

    [TestMethod]
    public void Nothing_promises_a_fold_that_a_fold_would_not_read() => CollectionAssert.AreEquivalent(Beside, Promised.Except(Read).ToArray());
}
