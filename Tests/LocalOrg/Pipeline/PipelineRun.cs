using CrmExtensions.Local.Jobs;

namespace CrmExtensions.Local.Pipeline;

/// <summary>
/// The stages of a message. One of a single row and one of many rows share them: each raises the other's event too
/// (bulk-operations.md, "Message pipelines merged").
/// </summary>
internal sealed class PipelineRun(StepRunner runner, StepRegistry steps, JobQueue jobs)
{
    /// <summary>Takes rows through the stages in step, and the bulk message, if its event has steps, with them.</summary>
    public void Run(MessageHandler handler, IReadOnlyList<Operation> rows, Operation? bulk)
    {
        Stage(Stages.PreValidation, rows, bulk);
        foreach (var row in rows)
        {
            handler.Prepare(row);
        }

        Stage(Stages.PreOperation, rows, bulk);
        foreach (var row in rows)
        {
            row.Begin(keepsBefore: steps.WantsBefore(row));
            handler.Run(row);
        }

        if (bulk is not null)
        {
            BulkEvent.Finish(bulk, rows);
        }

        Stage(Stages.PostOperation, rows, bulk);
        foreach (var operation in All(rows, bulk))
        {
            Enqueue(operation);
        }
    }

    public void Enqueue(Operation operation)
    {
        foreach (var step in steps.For(operation, Stages.PostOperation, asynchronous: true))
        {
            jobs.Add(operation, step);
        }
    }

    private void Stage(int stage, IReadOnlyList<Operation> rows, Operation? bulk)
    {
        foreach (var operation in All(rows, bulk))
        {
            runner.RunStage(operation, stage);
        }
    }

    private static IEnumerable<Operation> All(IReadOnlyList<Operation> rows, Operation? bulk) => bulk is null ? rows : rows.Append(bulk);
}
