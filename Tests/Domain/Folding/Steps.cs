using CrmExtensions.Calendar;
using CrmExtensions.Folding;

namespace CrmExtensions.Tests.Folding;

/// <summary>Everything that can happen next: users, the queue, jobs and mishaps in any order.</summary>
internal sealed class Steps(Scenario scenario, Protocol protocol)
{
    private static readonly DateTime Now = new(2026, 5, 11, 1, 0, 0, DateTimeKind.Utc);

    private readonly FoldSteps folds = new(scenario, protocol);
    private readonly Period[] periods = [.. Enumerable.Range(0, scenario.Periods).Select(scenario.PeriodOf)];

    public IEnumerable<Step> From(World world) =>
    [
        .. Enumerable.Range(0, scenario.Changes.Count).SelectMany(change => OfChange(world, change)),
        .. Enumerable.Range(0, scenario.Periods * 4).Where(errand => world.Waiting(errand) > 0).SelectMany(errand => OfQueue(world, errand)),
        .. Enumerable.Range(0, world.Workers.Count).SelectMany(worker => OfWorker(world, worker).Concat(Mishaps(world, worker))),
    ];

    /// <summary>Errands as numbers.</summary>
    public static byte Number(Duty duty, int period) => (byte)((period * 4) + (int)duty);

    public static (Duty Duty, int Period) Read(byte errand) => ((Duty)(errand % 4), errand / 4);

    private IEnumerable<Step> OfChange(World world, int change)
    {
        var interview = scenario.Changes[change];
        var next = world.Copy();
        switch (world.Change(change))
        {
            case Stage.ToCome when !IsLocked(world, interview):
                next.Change(change, Stage.Written);
                Promise(next, interview, isCommitted: false);
                yield return new Step($"change {change} is written", next);
                break;
            case Stage.Written:
                next.Change(change, Stage.Committed);
                next.Write(interview, change + 1);
                FoldSteps.Overtake(next, scenario.Interviews[interview]);
                Promise(next, interview, isCommitted: true);
                yield return new Step($"change {change} commits", next);
                break;
        }
    }

    private bool IsLocked(World world, int interview) =>
        Enumerable.Range(0, scenario.Changes.Count).Any(other => scenario.Changes[other] == interview && world.Change(other) == Stage.Written);

    private void Promise(World world, int interview, bool isCommitted)
    {
        if (isCommitted == protocol.PromisesAfterCommit)
        {
            world.Wait(Number(Duty.Promise, scenario.Interviews[interview]), 1);
        }
    }

    private IEnumerable<Step> OfQueue(World world, int errand)
    {
        if (world.Workers.Count < scenario.Workers)
        {
            var started = world.Copy();
            started.Wait(errand, -1);
            started.Workers = [.. world.Workers, new Worker((byte)errand, [(byte)errand], null)];
            yield return new Step($"a job begins to {Read((byte)errand)}", started);
        }

        if (world.Count(Mishap.Duplicate) < scenario.Duplicates)
        {
            var twice = After(world, Mishap.Duplicate);
            twice.Wait(errand, 1);
            yield return new Step($"the job to {Read((byte)errand)} is delivered twice", twice);
        }
    }

    private IEnumerable<Step> Mishaps(World world, int place)
    {
        var worker = world.Workers[place];
        if (world.Count(Mishap.Crash) < scenario.Crashes)
        {
            yield return new Step($"the job at {Read(worker.Errand)} is lost", Without(After(world, Mishap.Crash), place));
        }

        if (world.Count(Mishap.Fault) < scenario.Faults && Errands.EndsAttempt(Finding.Contended, TimeSpan.Zero))
        {
            yield return new Step($"others are in the way of the job at {Read(worker.Errand)}", Again(After(world, Mishap.Fault), place));
        }
    }

    private IEnumerable<Step> OfWorker(World world, int place)
    {
        var worker = world.Workers[place];
        var (duty, period) = Read(worker.Errand);
        return duty switch
        {
            Duty.Promise when !FoldSteps.IsTicketLocked(world, period, worker) => [Promised(world, place, period)],
            Duty.LookAtTicket or Duty.LookForSuccessor => Looked(world, place, period),
            Duty.Fold => Folded(world, place, period),
            _ => [],
        };
    }

    private Step Promised(World world, int place, int period)
    {
        var isNew = !world.Is(period, Flags.Ticket);
        var next = Done(world, place, isNew ? Finding.TicketIsNew : Finding.TicketStands);
        if (isNew)
        {
            next.Set(period, Flags.Ticket, true);
            next.Wait(Number(Duty.Fold, period), 1);
        }

        return new Step($"{period} promised, new {isNew}", next);
    }

    // Nobody knows how long the ticket has been there.
    private IEnumerable<Step> Looked(World world, int place, int period)
    {
        DateTime?[] madeOn = !world.Is(period, Flags.Ticket) ? [null] : scenario.TicketsGrowOld ? [Now, Now.AddHours(-1)] : [Now];
        return madeOn.Select(made => new Step($"looked at ticket {period}", Done(world, place, Errands.Judge(made, Now))));
    }

    private IEnumerable<Step> Folded(World world, int place, int period)
    {
        if (folds.Step(world, place, period) is not { } next)
        {
            yield break;
        }

        if (next.Workers[place].Fold is not null)
        {
            yield return new Step($"the fold of {period} goes on", next);
            yield break;
        }

        var finding = next.Is(period, Flags.More) ? Finding.MoreIsLeft : Finding.IsComplete;
        yield return new Step($"the fold of {period} commits", Done(next, place, finding));
        if (Errands.EndsAttempt(finding, TimeSpan.MaxValue))
        {
            yield return new Step($"the fold of {period} commits, and the time is up", Again(next.Copy(), place));
        }
    }

    private World Done(World world, int place, Finding finding)
    {
        var worker = world.Workers[place];
        var (duty, period) = Read(worker.Errand);
        var following = protocol.After(new Errand(duty, periods[period]), finding, _ => [.. scenario.AllAbove.Select(above => periods[above])]);
        var next = world.Copy();
        next.Workers = [.. world.Workers];
        var done = worker.Next(following.Select(errand => Number(errand.Duty, Array.IndexOf(periods, errand.Period))));
        return done.Agenda.Length == 0 ? Without(next, place) : With(next, place, done);
    }

    private static World With(World world, int place, Worker worker)
    {
        world.Workers = [.. world.Workers.Take(place), worker, .. world.Workers.Skip(place + 1)];
        return world;
    }

    private static World Without(World world, int place)
    {
        world.Workers = [.. world.Workers.Take(place), .. world.Workers.Skip(place + 1)];
        return world;
    }

    private static World Again(World world, int place)
    {
        world.Wait(world.Workers[place].First, 1);
        return Without(world, place);
    }

    private static World After(World world, Mishap mishap)
    {
        var next = world.Copy();
        next.Happened(mishap);
        return next;
    }
}
