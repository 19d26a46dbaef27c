using CrmExtensions.Folding;

namespace CrmExtensions.Tests.Folding;

/// <summary>What must hold when nothing happens any more.</summary>
internal sealed class Finale(Scenario scenario, Protocol protocol)
{
    private static readonly DateTime Now = new(2026, 5, 11, 1, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime AsOf = Now.AddHours(-1);

    private IEnumerable<int> Periods => Enumerable.Range(0, scenario.Periods);

    /// <summary>What is wrong; empty where nothing is.</summary>
    public string? Complaint(World world)
    {
        if (world.Workers.Count > 0 || Enumerable.Range(0, scenario.Changes.Count).Any(change => world.Change(change) != Stage.Committed))
        {
            return "Jobs wait for each other.";
        }

        return world.Count(Mishap.Crash) == 0 ? OfCalm(world) : OfCrash(world);
    }

    private string? OfCalm(World world) =>
        Periods.Any(period => !world.IsExact(period)) ? "A period is not exact."
        : Periods.Any(period => world.Is(period, Flags.Ticket)) ? "A ticket is left."
        : Periods.Any(period => world.Is(period, Flags.More)) ? "A period says that more is left."
        : null;

    private string? OfCrash(World world)
    {
        var swept = world.Copy();
        foreach (var period in Periods)
        {
            while (protocol.Sweep(Facts(swept, period), Now) != StaleCause.None)
            {
                swept = Folded(swept, period);
            }
        }

        return OfCalm(swept) is { } complaint ? "After the sweep: " + complaint : null;
    }

    // By the time of the sweep every ticket is old.
    private static PeriodFacts Facts(World world, int period) => new()
    {
        TicketMadeOn = world.Is(period, Flags.Ticket) ? Now.AddMinutes(-6) : null,
        HasMore = world.Is(period, Flags.More),
        AsOf = world.Is(period, Flags.Folded) ? AsOf : null,
        SourceChangedOn = world.Is(period, Flags.Overtaken) ? AsOf : AsOf.AddMinutes(-5),
    };

    private World Folded(World world, int period)
    {
        var errand = Steps.Number(Duty.Fold, period);
        World? next = world.Copy();
        next.Workers = [new Worker(errand, [errand], null)];
        do
        {
            next = new FoldSteps(scenario, protocol).Step(next, 0, period)!;
        }
        while (next.Workers[0].Fold is not null);
        next.Workers = [];
        return next;
    }
}
