using CrmExtensions.Local.Metadata;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Query;
using Step = CrmExtensions.Local.Metadata.Step;

namespace CrmExtensions.Local.Jobs;

/// <summary>Jobs as asyncoperation rows.</summary>
internal sealed class JobTable(Engine engine)
{
    private const int EventType = 1;

    private Table Table => engine.TableOf(AsyncOperation.Table);

    /// <summary>Writes a waiting job in the transaction it waits for; with all it will be told only where the org outlives the process.</summary>
    public void Insert(Job job, UnitOfWork unit)
    {
        var now = NewRow.WholeSeconds(engine.Now);
        var row = new RowValues(Table)
        {
            [AsyncOperation.Id] = job.Id,
            [AsyncOperation.Name] = job.Step.Name,
            [AsyncOperation.OperationType] = EventType,
            [AsyncOperation.MessageName] = job.Message,
            [AsyncOperation.PrimaryEntityType] = job.Table,
            [AsyncOperation.OwningExtensionId] = job.Step.Id,
            [AsyncOperation.CorrelationId] = job.CorrelationId,
            [AsyncOperation.Depth] = job.Depth,
            [AsyncOperation.RetryCount] = 0,
            [AsyncOperation.Data] = engine.IsDurable ? JobCodec.Write(job, job.Arguments!) : null,
            [AsyncOperation.StateCode] = AsyncOperation.StateCodeOption.Ready,
            [AsyncOperation.StatusCode] = AsyncOperation.StatusCodeOption.WaitingForResources,
            [AsyncOperation.CreatedOn] = now,
            [AsyncOperation.ModifiedOn] = now,
            [AsyncOperation.CreatedBy] = job.Caller.UserId,
            [AsyncOperation.OwnerId] = new EntityReference(SystemUser.Table, WellKnown.SystemUser),
        };
        engine.Writer(unit).Insert(row);
    }

    public void Delete(Job job) => Write(writer => writer.Delete(Table, job.Id));

    /// <summary>Records where a job stands.</summary>
    public void Update(Job job, int state, int status, string? message) => Write(writer => writer.Update(
        new RowValues(Table)
        {
            [AsyncOperation.StateCode] = state,
            [AsyncOperation.StatusCode] = status,
            [AsyncOperation.RetryCount] = job.Attempts,
            [AsyncOperation.Message] = message,
            [AsyncOperation.CompletedOn] = state == AsyncOperation.StateCodeOption.Completed ? NewRow.WholeSeconds(engine.Now) : null,
        },
        job.Id));

    /// <summary>The jobs that were not completed when the org was closed, in the order they were made.</summary>
    public IReadOnlyList<Job> Unfinished(QueryRunner queries) => [.. queries.Run(new Query
    {
        Table = AsyncOperation.Table,
        AllColumns = true,
        Filter = new Condition(null, AsyncOperation.StateCode, ConditionOperator.NotEqual, [AsyncOperation.StateCodeOption.Completed]),
        Orders = [new Ordering(AsyncOperation.CreatedOn, Descending: false)],
    }).Entities.Select(Read).OfType<Job>()];

    /// <summary>What a job of an org in a file will be told.</summary>
    public JobArguments ArgumentsOf(Job job) => engine.WithSession(session =>
    {
        var row = engine.QueriesAsSystem(session).Find(AsyncOperation.Table, job.Id, new(AsyncOperation.Data));
        var data = JobCodec.Read(row!.GetAttributeValue<string>(AsyncOperation.Data)!);
        return new JobArguments(JobCodec.Parameters(data, "input"), JobCodec.Images(data, "before"), JobCodec.Images(data, "after"), JobCodec.Parameters(data, "output"), JobCodec.Parameters(data, "shared"));
    });

    private Job? Read(Entity row)
    {
        var stepId = row.GetAttributeValue<Guid>(AsyncOperation.OwningExtensionId);
        if (engine.Steps.All.FirstOrDefault(candidate => candidate.Id == stepId) is not Step step)
        {
            return null;
        }

        var data = JobCodec.Read(row.GetAttributeValue<string>(AsyncOperation.Data)!);
        return new Job
        {
            Id = row.Id,
            Step = step,
            Message = row.GetAttributeValue<string>(AsyncOperation.MessageName)!,
            Table = row.GetAttributeValue<string>(AsyncOperation.PrimaryEntityType)!,
            RowId = (Guid)data["row"]!,
            Caller = new Caller((Guid)data["user"]!, (Guid)data["initiator"]!),
            Depth = row.GetAttributeValue<int>(AsyncOperation.Depth),
            CorrelationId = row.GetAttributeValue<Guid>(AsyncOperation.CorrelationId),
            Attempts = row.GetAttributeValue<int>(AsyncOperation.RetryCount),
        };
    }

    private void Write(Action<RowWriter> write) => engine.WithSession(session =>
    {
        write(engine.WriterFor(session));
        return true;
    });
}
