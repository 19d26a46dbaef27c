namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>The managed memory while something is done: objects in use and garbage not collected yet, looked at every 5 ms.</summary>
/// <param name="Before">What was in use before, in bytes.</param>
/// <param name="Peak">The most there was, in bytes.</param>
internal sealed record MemoryWatch(long Before, long Peak)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(5);

    public static MemoryWatch During(Action work)
    {
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var peak = before;
        using var over = new ManualResetEventSlim();
        var watching = new Thread(Look) { IsBackground = true, Priority = ThreadPriority.AboveNormal };
        watching.Start();
        work();
        over.Set();
        watching.Join();
        return new MemoryWatch(before, peak);

        void Look()
        {
            while (!over.Wait(Interval))
            {
                peak = Math.Max(peak, GC.GetTotalMemory(forceFullCollection: false));
            }
        }
    }
}
