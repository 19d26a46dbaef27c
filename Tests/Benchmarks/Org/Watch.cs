using System.Diagnostics;

namespace CrmExtensions.Benchmarks.Org;

/// <summary>Times work, several times over, because the machine has other things to do too.</summary>
internal static class Watch
{
    public static TimeSpan Once(Action work)
    {
        var start = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(start);
    }

    /// <summary>The median over rounds in which all contestants run in turn, so that a slow moment hits them alike.</summary>
    public static IReadOnlyList<TimeSpan> InTurn(int rounds, params Action[] contestants)
    {
        var times = contestants.Select(_ => new List<TimeSpan>()).ToList();
        for (var round = 0; round <= rounds; round++)
        {
            for (var i = 0; i < contestants.Length; i++)
            {
                var time = Once(contestants[i]);

                // The first round compiles and fills caches.
                if (round > 0)
                {
                    times[i].Add(time);
                }
            }
        }

        return [.. times.Select(own => own.Order().ElementAt(own.Count / 2))];
    }
}
