using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Jobs;

/// <summary>
/// Runs asynchronous steps after the commit they wait for: first come first served, several at once, so their order is not
/// guaranteed. A job is tried again only when it asks for it, four times at most (platform-facts.md 2).
/// </summary>
internal sealed class JobQueue(Engine engine, StepRunner runner, int workers) : IDisposable
{
    private const int MostAttempts = 4;

    private readonly Lock guard = new();
    private readonly Queue<Job> waiting = [];
    private readonly ManualResetEventSlim idle = new(initialState: true);
    private readonly JobTable table = new(engine);
    private readonly List<string> failures = [];
    private int running;
    private bool closed;
    private bool held;

    /// <summary>How many jobs wait or run.</summary>
    public int Pending
    {
        get
        {
            lock (guard)
            {
                return waiting.Count + running;
            }
        }
    }

    /// <summary>What failed jobs said.</summary>
    public IReadOnlyList<string> Failures
    {
        get
        {
            lock (guard)
            {
                return [.. failures];
            }
        }
    }

    public void Add(Operation operation, Step step)
    {
        var job = new Job
        {
            Id = engine.NewId(),
            Step = step,
            Message = operation.Message,
            Table = operation.Table,
            RowId = operation.RowId,
            Caller = operation.Caller,
            Depth = operation.Depth,
            CorrelationId = operation.CorrelationId,
            Arguments = new(Copies.Of(operation.Input), ImagesOf(Images.Before(step, operation)), ImagesOf(Images.After(step, operation)), Copies.Of(operation.Results), Copies.Of(operation.SharedVariables)),
        };
        table.Insert(job, operation.Unit!);
        if (engine.IsDurable)
        {
            job.Arguments = null;
        }

        operation.Unit!.Jobs.Add(job);
    }

    /// <summary>Hands committed jobs to the workers.</summary>
    public void Start(IReadOnlyCollection<Job> jobs)
    {
        if (jobs.Count == 0)
        {
            return;
        }

        lock (guard)
        {
            if (closed)
            {
                return;
            }

            foreach (var job in jobs)
            {
                waiting.Enqueue(job);
            }

            idle.Reset();
            Employ();
        }
    }

    /// <summary>Takes up what an org in a file had not finished.</summary>
    public void Resume() => Start(engine.WithSession(session => table.Unfinished(engine.QueriesAsSystem(session))));

    /// <summary>While held, jobs are kept waiting, as when the asynchronous service is down.</summary>
    public void Hold(bool isHeld)
    {
        lock (guard)
        {
            held = isHeld;
            Employ();
        }
    }

    /// <summary>Returns when nothing waits or runs any more. Without workers, runs the jobs here.</summary>
    public void RunAll(CancellationToken cancellation)
    {
        if (workers == 0)
        {
            while (!cancellation.IsCancellationRequested && Next() is { } job)
            {
                Work(job);
            }
        }
        else
        {
            idle.Wait(cancellation);
        }
    }

    /// <summary>Starts nothing more, and waits for what runs.</summary>
    public void Close()
    {
        lock (guard)
        {
            closed = true;
            waiting.Clear();
            Rest();
        }

        idle.Wait();
    }

    public void Dispose() => idle.Dispose();

    // Those of bulk events are refused at registration.
    private static EntityImageCollection ImagesOf(EntityImageCollection[] rows) => rows is [var only] ? only : [];

    private void Employ()
    {
        while (running < workers && waiting.Count > 0 && !closed && !held)
        {
            running++;
            var job = waiting.Dequeue();
            ThreadPool.UnsafeQueueUserWorkItem(_ => Serve(job), null);
        }
    }

    private void Serve(Job first)
    {
        for (Job? job = first; job is not null; job = Following())
        {
            Work(job);
        }
    }

    private Job? Following()
    {
        lock (guard)
        {
            if (waiting.Count > 0 && !closed)
            {
                return waiting.Dequeue();
            }

            running--;
            Rest();
            return null;
        }
    }

    private void Rest()
    {
        if (waiting.Count == 0 && running == 0)
        {
            idle.Set();
        }
    }

    private Job? Next()
    {
        lock (guard)
        {
            if (waiting.Count == 0)
            {
                Rest();
                return null;
            }

            return waiting.Dequeue();
        }
    }

    private void Work(Job job)
    {
        job.Attempts++;
        try
        {
            var arguments = job.Arguments ?? table.ArgumentsOf(job);
            runner.Run(OperationOf(job, arguments), job.Step, [arguments.Before], [arguments.After]);
            Completed(job);
        }
        catch (WorkerLostException)
        {
            table.Update(job, AsyncOperation.StateCodeOption.Locked, AsyncOperation.StatusCodeOption.InProgress, null);
        }
        catch (InvalidPluginExecutionException retry) when (retry.Status == OperationStatus.Retry && job.Attempts < MostAttempts)
        {
            table.Update(job, AsyncOperation.StateCodeOption.Suspended, AsyncOperation.StatusCodeOption.Waiting, retry.Message);
            Start([job]);
        }
        catch (InvalidPluginExecutionException canceled) when (canceled.Status == OperationStatus.Canceled)
        {
            table.Update(job, AsyncOperation.StateCodeOption.Completed, AsyncOperation.StatusCodeOption.Canceled, canceled.Message);
        }
#pragma warning disable CA1031 // Whatever a plug-in throws, its job has failed and the queue goes on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Failed(job, failure);
        }
    }

    // First remembered, then written down: writing may fail too, for want of disk say.
    private void Failed(Job job, Exception failure)
    {
        lock (guard)
        {
            failures.Add($"{job.Step.Name}: {failure.Message}");
        }

        try
        {
            table.Update(job, AsyncOperation.StateCodeOption.Completed, AsyncOperation.StatusCodeOption.Failed, failure.Message);
        }
        catch (System.Data.Common.DbException lost)
        {
            lock (guard)
            {
                failures.Add($"{job.Step.Name}: {lost.Message}");
            }
        }
    }

    private void Completed(Job job)
    {
        if (job.Step.DeleteJobWhenDone)
        {
            table.Delete(job);
        }
        else
        {
            table.Update(job, AsyncOperation.StateCodeOption.Completed, AsyncOperation.StatusCodeOption.Succeeded, null);
        }
    }

    private Operation OperationOf(Job job, JobArguments arguments) => new()
    {
        Engine = engine,
        Message = job.Message,
        Request = new OrganizationRequest(job.Message) { Parameters = arguments.Input },
        Caller = job.Caller,
        Mode = Mode.Asked,
        Depth = job.Depth,
        CorrelationId = job.CorrelationId,
        StartedOn = engine.Now,
        Table = job.Table,
        RowId = job.RowId,
        Results = arguments.Output,
        SharedVariables = arguments.Shared,
    };
}
