using CrmExtensions.Local;

namespace CrmExtensions.Tests;

/// <summary>Keeps the first update of a table inside its transaction, its row locked, until it is told to go on.</summary>
internal sealed class PausedUpdate : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    private readonly ManualResetEventSlim there = new();
    private readonly ManualResetEventSlim goesOn = new();
    private int updates;

    public PausedUpdate(LocalOrg org, string table) => org.On("Update", table, Some.PostOperation, _ =>
    {
        if (Interlocked.Increment(ref updates) == 1)
        {
            there.Set();
            Assert.IsTrue(goesOn.Wait(Longest), "Nobody has told the update to go on.");
        }
    });

    public void WaitUntilThere() => Assert.IsTrue(there.Wait(Longest), "The update has not come to its last stage.");

    public void GoOn() => goesOn.Set();

    public void Dispose()
    {
        goesOn.Set();
        there.Dispose();
        goesOn.Dispose();
    }
}
