using CrmExtensions.Local.Jobs;
using Microsoft.Xrm.Sdk.Query;

namespace CrmExtensions.Local.Pipeline;

/// <summary>
/// The stages of a message. One of a single row and one of many rows share them: each raises the other's event too
/// (bulk-operations.md, "Message pipelines merged").
/// </summary>
internal sealed class PipelineRun(StepRunner runner, StepRegistry steps, JobQueue jobs)
{
    private const string Query = "Query";

    /// <summary>PreValidation, before the rows are what they will be.</summary>
    public void Validate(Passage passage)
    {
        if (!passage.HasListeners)
        {
            return;
        }

        Show(passage);
        foreach (var operation in passage.All)
        {
            if (operation.Optional<QueryBase>(Query) is { } query)
            {
                operation.Input[Query] = QueryCopies.Of(query);
            }
        }

        Stage(Stages.PreValidation, passage);
    }

    /// <summary>Whether a step would run that is always inside a transaction.</summary>
    public bool NeedTransaction(Passage passage) => passage.HasListeners && passage.All.Any(steps.AnyInTransaction);

    /// <summary>The stages after PreValidation.</summary>
    public void Run(Passage passage)
    {
        foreach (var row in passage.Rows)
        {
            passage.Handler.Prepare(row);
        }

        if (passage.HasListeners)
        {
            Show(passage);
            Stage(Stages.PreOperation, passage);
        }

        foreach (var row in passage.Rows)
        {
            row.Begin(keepsBefore: passage.HasListeners && steps.WantsBefore(row, passage.Bulk));
            passage.Handler.Run(row);
        }

        if (passage.Bulk is { } bulk)
        {
            BulkEvent.Finish(bulk, passage.Rows);
        }

        if (passage.HasListeners)
        {
            Conclude(passage);
        }
    }

    /// <summary>PostOperation of a message that has no main operation of its own.</summary>
    public void Conclude(Operation operation)
    {
        runner.RunStage(operation, Stages.PostOperation);
        Enqueue(operation);
    }

    private static void Show(Passage passage)
    {
        if (passage.Bulk is { } bulk)
        {
            BulkEvent.Show(bulk, passage.Rows);
        }
    }

    private void Conclude(Passage passage)
    {
        Stage(Stages.PostOperation, passage);
        foreach (var operation in passage.All)
        {
            Enqueue(operation);
        }
    }

    private void Enqueue(Operation operation)
    {
        foreach (var step in steps.For(operation, Stages.PostOperation, asynchronous: true))
        {
            jobs.Add(operation, step);
        }
    }

    private void Stage(int stage, Passage passage)
    {
        foreach (var operation in passage.All)
        {
            runner.RunStage(operation, stage);
        }
    }
}
