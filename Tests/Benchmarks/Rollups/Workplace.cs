using System.Globalization;
using CrmExtensions.Benchmarks.Org;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>An org with a history, where deals are closed one by one and jobs run when asked.</summary>
internal sealed class Workplace : IDisposable
{
    private readonly IReadOnlyList<Guid> deals;
    private int closed;
    private int serviceCalls;

    public Workplace(EngineKind engine, int history, int closes, Steps steps)
    {
        Interviews = history;
        Bed = Bed.Of(engine);
        Staff = new Staff(Bed.Org);
        new History(Bed).Write(Staff, history, History.FiveYears, steps);
        steps.Next($"{closes} open deals beside {Count} interviews, {Bed.Engine}");
        deals = Staff.Open(closes);
        Bed.Org.RunJobs();
        Bed.Org.Meter.AtServiceCall = (_, _) => serviceCalls++;
    }

    public Bed Bed { get; }

    public Staff Staff { get; }

    /// <summary>How many there were before the first close.</summary>
    public int Interviews { get; }

    /// <summary>The same for people.</summary>
    public string Count => Interviews.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Every close since the last <see cref="Forget"/>, from call to return.</summary>
    public List<TimeSpan> CloseTimes { get; } = [];

    /// <summary>Every run of all jobs, by what was closed before it.</summary>
    public List<TimeSpan> JobTimes { get; } = [];

    /// <summary>What plug-ins asked of the service.</summary>
    public int CallsOfCloses { get; private set; }

    public int CallsOfJobs { get; private set; }

    /// <summary>Closes the next deal.</summary>
    public TimeSpan Close()
    {
        var before = serviceCalls;
        var number = closed++;
        CloseTimes.Add(Watch.Once(() => Staff.Close(deals[number], number)));
        CallsOfCloses += serviceCalls - before;
        return CloseTimes[^1];
    }

    /// <summary>Runs all jobs that wait after so many closes.</summary>
    public void RunJobs(int closes)
    {
        var before = serviceCalls;
        JobTimes.Add(Watch.Once(() => Bed.Org.RunJobs()) / closes);
        CallsOfJobs += serviceCalls - before;
    }

    /// <summary>Begins to measure anew.</summary>
    public void Forget()
    {
        CloseTimes.Clear();
        JobTimes.Clear();
        (CallsOfCloses, CallsOfJobs) = (0, 0);
    }

    /// <summary>The statements that an act sends to the database, each once.</summary>
    public IReadOnlyList<string> StatementsOf(Action act)
    {
        var statements = new List<string>();
        Bed.Org.Meter.AtStatement = statements.Add;
        act();
        Bed.Org.Meter.AtStatement = null;
        return [.. statements.Distinct()];
    }

    public void Dispose() => Bed.Dispose();
}
