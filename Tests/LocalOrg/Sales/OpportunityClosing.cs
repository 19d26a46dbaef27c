using CrmExtensions.Local.Faults;
using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Queries;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;
using Microsoft.Xrm.Sdk.Messages;

namespace CrmExtensions.Local.Sales;

/// <summary>Closing and reopening opportunities (platform-facts.md 1); what is not documented there is a switch.</summary>
internal sealed class OpportunityClosing(Engine engine)
{
    private const int Open = Opportunity.StateCodeOption.Open;
    private const int Won = Opportunity.StateCodeOption.Won;
    private const int DefaultStatus = -1;

    private CloseBehavior Behavior => engine.Closing;

    /// <summary>Win and Lose: the close row and the opportunity's new state, in the order of the switch.</summary>
    public void Close(Operation operation, int state)
    {
        var row = operation.Required<Entity>("OpportunityClose");
        var opportunity = OpportunityOf(operation, row.GetAttributeValue<EntityReference>(OpportunityClose.OpportunityId));
        operation.Access.Demand(engine.TableOf(Opportunity.Table), opportunity, Access.Write);
        DemandOpen(opportunity);
        var status = StatusFor(state, operation.Required<OptionSetValue>("Status").Value);
        var close = CloseRow(row, state, status);
        if (Behavior.RowBeforeState)
        {
            CreateRow(operation, close);
        }

        SetState(operation, opportunity, close, state, status);
        if (!Behavior.RowBeforeState)
        {
            CreateRow(operation, close);
        }
    }

    /// <summary>A close row made by hand must be for an open opportunity.</summary>
    public void DemandOpen(Operation operation, RowValues row) => DemandOpen(OpportunityOf(
        operation,
        row[OpportunityClose.OpportunityId] is Guid id ? new EntityReference(Opportunity.Table, id) : null));

    /// <summary>Creating a close row closes the opportunity.</summary>
    public void CloseByRow(Operation operation)
    {
        var row = operation.After!.Value;
        var state = StateToldBy(row);
        var status = StatusFor(state, row.GetAttributeValue<OptionSetValue>(OpportunityClose.OpportunityStatusCode)?.Value ?? DefaultStatus);
        var opportunity = OpportunityOf(operation, row.GetAttributeValue<EntityReference>(OpportunityClose.OpportunityId));
        if (Behavior.RowBeforeState)
        {
            operation.Afterwards.Add(() => Finish(operation, opportunity, state, status));
        }
        else
        {
            Finish(operation, opportunity, state, status);
        }
    }

    /// <summary>Winning and losing have messages of their own; from one closed state to the other there is no way.</summary>
    public void DemandStateChange(Operation operation, Entity change)
    {
        var wanted = change.GetAttributeValue<OptionSetValue>(Opportunity.StateCode)?.Value ?? Open;
        var current = operation.Before()?.GetAttributeValue<OptionSetValue>(Opportunity.StateCode)?.Value ?? Open;
        if (wanted == Open || wanted == current)
        {
            return;
        }

        if (current != Open)
        {
            throw OpportunityFaults.AlreadyClosed();
        }

        if (!Behavior.AllowsBareStateUpdate && operation.Parent is null)
        {
            throw OpportunityFaults.UseTheMessage(wanted == Won);
        }
    }

    /// <summary>What an update that opens the opportunity again does to its own columns.</summary>
    public void Reopening(Operation operation, RowValues row)
    {
        if (IsReopening(row, operation.Before()!) && Behavior.ReopenClearsActuals)
        {
            foreach (var column in new[] { Opportunity.ActualValue, Opportunity.ActualValueBase, Opportunity.ActualCloseDate })
            {
                row[column] = null;
            }
        }
    }

    /// <summary>What opening again does to the close rows.</summary>
    public void Reopened(Operation operation, RowValues row, Entity before)
    {
        if (!IsReopening(row, before) || !Behavior.ReopenCancelsRows)
        {
            return;
        }

        var table = engine.TableOf(OpportunityClose.Table);
        var cancelled = new RowValues(table)
        {
            [OpportunityClose.StateCode] = OpportunityClose.StateCodeOption.Canceled,
            [OpportunityClose.StatusCode] = OpportunityClose.StatusCodeOption.Canceled,
        };
        engine.Writer(operation.Unit!).UpdateWhere(cancelled, OpportunityClose.OpportunityId, operation.RowId);
    }

    private static bool IsReopening(RowValues row, Entity before) =>
        row[Opportunity.StateCode] is Open && before.GetAttributeValue<OptionSetValue>(Opportunity.StateCode)!.Value != Open;

    private static void DemandOpen(Entity opportunity)
    {
        if (opportunity.GetAttributeValue<OptionSetValue>(Opportunity.StateCode)!.Value != Open)
        {
            throw OpportunityFaults.AlreadyClosed();
        }
    }

    private Entity OpportunityOf(Operation operation, EntityReference? reference)
    {
        var id = reference?.Id ?? throw OpportunityFaults.MissingOpportunity();
        return engine.QueriesAsSystem(operation.Unit!.Session).Find(Opportunity.Table, id, new(true)) ?? throw DataFaults.NoSuchRow(Opportunity.Table, id);
    }

    private int StatusFor(int state, int asked)
    {
        var table = engine.TableOf(Opportunity.Table);
        var status = asked == DefaultStatus ? StatePair.DefaultStatus(table, state) : asked;
        return StatePair.StateOf(table, status) == state ? status : throw DataFaults.WrongStatus(Opportunity.Table, status, state);
    }

    private int StateToldBy(Entity row)
    {
        var told = row.GetAttributeValue<OptionSetValue>(OpportunityClose.OpportunityStateCode)?.Value
            ?? StatePair.StateOf(engine.TableOf(Opportunity.Table), row.GetAttributeValue<OptionSetValue>(OpportunityClose.OpportunityStatusCode)?.Value);
        return told is null or Open ? throw OpportunityFaults.CannotBeClosed("The close row tells neither a state nor a status reason.") : told.Value;
    }

    private Entity CloseRow(Entity given, int state, int status)
    {
        var close = new Entity(OpportunityClose.Table, given.Id);
        close.Attributes.AddRange(given.Attributes);
        close[OpportunityClose.StateCode] = new OptionSetValue(OpportunityClose.StateCodeOption.Completed);
        close[OpportunityClose.StatusCode] = new OptionSetValue(OpportunityClose.StatusCodeOption.Completed);
        close[OpportunityClose.OpportunityStatusCode] = new OptionSetValue(status);
        if (Behavior.RowTellsOutcome)
        {
            close[OpportunityClose.OpportunityStateCode] = new OptionSetValue(state);
        }

        return close;
    }

    private void CreateRow(Operation operation, Entity close)
    {
        operation.Access.Demand(engine.TableOf(OpportunityClose.Table), Access.Create);
        engine.Execute(new CreateRequest { Target = close }, operation.Caller, operation, Behavior.RaisesCreateOfRow ? Mode.Platform : Mode.Silent);
    }

    private void Finish(Operation operation, Entity opportunity, int state, int status)
    {
        SetState(operation, opportunity, operation.After!.Value, state, status);
        if (Behavior.DirectRowRaisesWinOrLose)
        {
            engine.Raise(
                state == Won ? "Win" : "Lose",
                new Subject(Opportunity.Table, opportunity.Id),
                new ParameterCollection { ["OpportunityClose"] = operation.After!.Value, ["Status"] = new OptionSetValue(status) },
                operation);
        }
    }

    private void SetState(Operation operation, Entity opportunity, Entity close, int state, int status)
    {
        var change = new Entity(Opportunity.Table, opportunity.Id)
        {
            [Opportunity.StateCode] = new OptionSetValue(state),
            [Opportunity.StatusCode] = new OptionSetValue(status),
            [Opportunity.ActualCloseDate] = DateOf(close.GetAttributeValue<DateTime?>(OpportunityClose.ActualEnd) ?? engine.Now),
            [Opportunity.ActualValue] = close.GetAttributeValue<Money>(OpportunityClose.ActualRevenue)
                ?? (state == Won ? opportunity.GetAttributeValue<Money>(Opportunity.EstimatedValue) : null),
        };
        engine.Execute(new UpdateRequest { Target = change }, operation.Caller, operation, Behavior.RaisesUpdate ? Mode.Platform : Mode.Silent);
        if (Behavior.RaisesSetState)
        {
            engine.Raise(
                "SetState",
                new Subject(Opportunity.Table, opportunity.Id),
                new ParameterCollection
                {
                    ["EntityMoniker"] = new EntityReference(Opportunity.Table, opportunity.Id),
                    ["State"] = new OptionSetValue(state),
                    ["Status"] = new OptionSetValue(status),
                },
                operation);
        }
    }

    private DateTime DateOf(DateTime moment) =>
        TimeZoneInfo.ConvertTimeFromUtc(PlainValue.Utc(moment), TimeZoneInfo.FindSystemTimeZoneById(engine.Options.TimeZone)).Date;
}
