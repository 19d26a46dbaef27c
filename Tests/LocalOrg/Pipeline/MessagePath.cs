using CrmExtensions.Local.Faults;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Pipeline;

/// <summary>
/// The way a message takes: PreValidation before there is a transaction, unless it comes from within one, then the rest
/// inside (PD/event-framework.md, PD/scalable-customization-design/database-transactions.md).
/// </summary>
internal sealed class MessagePath(Engine engine, MessageTable messages, PipelineRun stages)
{
    private const int MostDepth = 8;

    public OrganizationResponse Execute(OrganizationRequest request, Origin origin)
    {
        var handler = messages.For(request.RequestName);
        var whole = NewOperation(handler, request, origin);
        var passage = PassageOf(handler, whole);
        stages.Validate(passage);
        if (whole.Unit is not null)
        {
            Proceed(passage);
        }
        else
        {
            RunFromOutside(handler, passage, whole);
        }

        return MessageTable.Response(request.RequestName, handler.Answer(whole.Results));
    }

    /// <summary>Runs the steps of a message that happens as part of another, without a main operation of its own.</summary>
    public void Raise(string message, Subject subject, ParameterCollection input, Operation cause)
    {
        var operation = NewOperation(message, subject, new OrganizationRequest(message) { Parameters = input }, new Origin(cause.Caller, cause, Mode.Platform));
        operation.After = cause.After;
        stages.Conclude(operation);
    }

    private void RunFromOutside(MessageHandler handler, Passage passage, Operation whole)
    {
        if (handler.IsReadOnly && !passage.HasListeners)
        {
            using var session = engine.OpenSession();
            passage.Enter(new UnitOfWork(session));
            Proceed(passage);
        }
        else if (handler.IsTransactional(engine) || stages.NeedTransaction(passage))
        {
            RunInTransaction(passage, whole);
        }
        else
        {
            // Each service call of its main operation is a transaction of its own.
            handler.Run(whole);
        }
    }

    private void RunInTransaction(Passage passage, Operation whole)
    {
        UnitOfWork unit;
        using (var session = engine.OpenSession())
        {
            unit = new UnitOfWork(session);
            passage.Enter(unit);
            session.Begin();
            try
            {
                Proceed(passage);
                session.Commit();
                engine.Users.Committed(session);
            }
            catch
            {
                engine.Users.RolledBack(session);
                session.Rollback();
                throw;
            }
        }

        if (whole.Parent is { Unit: null } early)
        {
            early.EarlyCalls += unit.ServiceCalls;
        }

        engine.Meter.Done(whole, unit);
        engine.Jobs.Start(unit.Jobs);
    }

    private void Proceed(Passage passage)
    {
        foreach (var part in passage.Parts(engine))
        {
            stages.Run(part);
            foreach (var row in part.Rows)
            {
                row.Afterwards.ForEach(work => work());
            }
        }
    }

    private Passage PassageOf(MessageHandler handler, Operation whole)
    {
        if (whole.Mode == Mode.Silent || handler.IsEnvelope)
        {
            return new Passage(handler, [whole], null, HasListeners: false);
        }

        var rows = handler.RowsOf(whole.Request);
        if (rows.Count == 0)
        {
            return new Passage(handler, [whole], engine.Steps.WantsBulk(whole) ? BulkOf(whole) : null, engine.Steps.Any(whole));
        }

        var single = messages.For(rows[0].RequestName);
        Operation[] singles = [.. rows.Select(row => NewOperation(single, row, new Origin(whole.Caller, whole.Parent, whole.Mode, whole)))];
        return new Passage(single, singles, whole, engine.Steps.Any(whole) || engine.Steps.Any(singles[0]));
    }

    private Operation BulkOf(Operation single)
    {
        var request = BulkEvent.RequestOf(single);
        return NewOperation(request.RequestName, new Subject(single.Table, Guid.Empty), request, new Origin(single.Caller, single.Parent, single.Mode, single));
    }

    private Operation NewOperation(MessageHandler handler, OrganizationRequest request, Origin origin) =>
        NewOperation(handler.PluginMessage, handler.SubjectOf(request, engine, origin.Unit?.Session), request, origin);

    private Operation NewOperation(string message, Subject subject, OrganizationRequest request, Origin origin)
    {
        var depth = (origin.Parent?.Depth ?? 0) + (origin.Mode == Mode.Asked ? 1 : 0);
        if (depth > MostDepth)
        {
            throw PipelineFaults.TooDeep();
        }

        return new Operation
        {
            Engine = engine,
            Message = message,
            Request = request,
            Caller = origin.Caller,
            Mode = origin.Mode,
            Parent = origin.Parent,
            Depth = Math.Max(1, depth),
            CorrelationId = origin.Cause?.CorrelationId ?? engine.NewId(),
            StartedOn = origin.Cause?.StartedOn ?? engine.Now,
            Table = subject.Table,
            RowId = subject.Id,
            Unit = origin.Unit,
            Bypass = origin.Mode == Mode.Asked ? Bypass.Of(request, engine, origin) : Bypass.None,
        };
    }
}
