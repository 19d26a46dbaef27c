using CrmExtensions.Folding;

namespace CrmExtensions.Tests.Folding;

/// <summary>The inside of a fold, as far as others can see it: each step reads or deletes one thing, or commits.</summary>
internal sealed class FoldSteps(Scenario scenario, Protocol protocol)
{
    /// <summary>The world after the next step of a worker's fold; empty while it waits for a lock. Without a fold in flight it has committed.</summary>
    public World? Step(World world, int place, int period)
    {
        var worker = world.Workers[place];
        if (worker.Fold is null)
        {
            var isLocked = protocol.Locks && IsAnother(world, worker, other => IsInside(other, period));
            return isLocked ? null : Replace(world.Copy(), place, worker.With(Passed(new FoldInFlight(0, 0, false, false, new byte[scenario.Slices]))));
        }

        return protocol.Acts[worker.Fold.Act] switch
        {
            FoldAct.TakeTicket => Take(world, place, period),
            FoldAct.Read => Replace(world.Copy(), place, worker.With(Passed(Read(world, worker.Fold, period)))),
            _ => Commit(world, place, period),
        };
    }

    /// <summary>Whether a ticket has been deleted by a transaction that has not ended: who inserts it has to wait.</summary>
    public static bool IsTicketLocked(World world, int period, Worker worker) => IsAnother(world, worker, other => other.Fold is { HasTicket: true } && IsInside(other, period));

    /// <summary>Something that a period sums has been committed.</summary>
    public static void Overtake(World world, int period)
    {
        world.Set(period, Flags.Overtaken, true);
        world.Workers = [.. world.Workers.Select(worker => worker.Fold is not null && IsInside(worker, period) ? worker.With(worker.Fold with { IsOvertaken = true }) : worker)];
    }

    private static bool IsInside(Worker worker, int period) => worker.Fold is not null && Steps.Read(worker.Errand).Period == period;

    private static bool IsAnother(World world, Worker worker, Func<Worker, bool> which) => world.Workers.Any(other => !ReferenceEquals(other, worker) && which(other));

    private World? Take(World world, int place, int period)
    {
        var worker = world.Workers[place];
        return IsTicketLocked(world, period, worker)
            ? null
            : Replace(world.Copy(), place, worker.With(Passed(worker.Fold! with { Act = worker.Fold.Act + 1, HasTicket = world.Is(period, Flags.Ticket) })));
    }

    // What nobody else can see happens together with the step before it.
    private FoldInFlight Passed(FoldInFlight fold)
    {
        while (fold.Act < protocol.Acts.Count && protocol.Acts[fold.Act] == FoldAct.NoteTime)
        {
            fold = fold with { Act = fold.Act + 1, IsOvertaken = false };
        }

        return fold;
    }

    private FoldInFlight Read(World world, FoldInFlight fold, int period)
    {
        byte[] values = [.. fold.Values];
        if (scenario.IsMonth(period))
        {
            var interview = Enumerable.Range(0, scenario.Interviews.Count).Where(i => scenario.Interviews[i] == period).ElementAt(fold.Page);
            values[interview] = world.Interview(interview);
            values[^1] += world.Interview(interview);
        }
        else
        {
            var month = world.Stored(fold.Page);
            for (var slice = 0; slice < values.Length; slice++)
            {
                values[slice] += month[slice];
            }
        }

        return fold with { Values = values, Page = fold.Page + 1, Act = fold.Page + 1 == scenario.PagesOf(period) ? fold.Act + 1 : fold.Act };
    }

    private World Commit(World world, int place, int period)
    {
        var next = world.Copy();
        var fold = next.Workers[place].Fold!;
        var isOvertaken = fold.IsOvertaken && !protocol.Acts.Skip(fold.Act).Contains(FoldAct.NoteTime);
        next.Set(period, Flags.More, !Write(next.Stored(period), fold.Values));
        next.Set(period, Flags.Overtaken, isOvertaken);
        next.Set(period, Flags.Folded, true);
        if (fold.HasTicket)
        {
            next.Set(period, Flags.Ticket, false);
        }

        foreach (var above in scenario.IsMonth(period) ? scenario.AllAbove : [])
        {
            Overtake(next, above);
        }

        return Replace(next, place, new Worker(world.Workers[place].First, world.Workers[place].Agenda, null));
    }

    // Whether all has been written that differs.
    private bool Write(Span<byte> stored, byte[] values)
    {
        var left = scenario.WritesAFold;
        for (var slice = 0; slice < values.Length; slice++)
        {
            if (stored[slice] == values[slice])
            {
                continue;
            }

            if (left-- == 0)
            {
                return false;
            }

            stored[slice] = values[slice];
        }

        return true;
    }

    private static World Replace(World world, int place, Worker worker)
    {
        world.Workers = [.. world.Workers.Take(place), worker, .. world.Workers.Skip(place + 1)];
        return world;
    }
}
