using CrmExtensions.Local.Pipeline;
using CrmExtensions.Local.Rows;
using CrmExtensions.Local.Security;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Local.Sales;

/// <summary>What the platform does beyond the metadata for some of its own tables.</summary>
internal sealed class TableRules(Engine engine)
{
    private readonly OpportunityClosing closing = new(engine);
    private readonly ActivityPointers pointers = new(engine);

    public OpportunityClosing Closing => closing;

    public void Creating(Operation operation, RowValues row)
    {
        KeptTables.DemandNotByHand(operation);
        if (operation.Table == OpportunityClose.Table && operation.Mode == Mode.Asked)
        {
            closing.DemandOpen(operation, row);
            row[OpportunityClose.StateCode] = OpportunityClose.StateCodeOption.Completed;
            row[OpportunityClose.StatusCode] = OpportunityClose.StatusCodeOption.Completed;
        }
    }

    public void Created(Operation operation, RowValues row)
    {
        pointers.Follow(operation, row, isNew: true);
        if (operation.Table == OpportunityClose.Table && operation.Mode == Mode.Asked)
        {
            closing.CloseByRow(operation);
        }
        else if (operation.Table == BusinessUnit.Table)
        {
            UnitRoles.CopyTo(operation);
        }
    }

    /// <summary>Refuses a change of state that needs a message of its own.</summary>
    public void DemandStateChange(Operation operation, Entity change)
    {
        if (operation.Table == Opportunity.Table)
        {
            closing.DemandStateChange(operation, change);
        }
    }

    public void Updating(Operation operation, RowValues row, Entity before)
    {
        KeptTables.DemandNotByHand(operation);
        _ = before;
        if (operation.Table == Opportunity.Table && operation.Mode == Mode.Asked)
        {
            closing.DemandStateChange(operation, operation.Required<Entity>("Target"));
            closing.Reopening(operation, row);
        }
    }

    public void Updated(Operation operation, RowValues row, Entity before)
    {
        pointers.Follow(operation, row, isNew: false);
        if (operation.Table == Opportunity.Table)
        {
            closing.Reopened(operation, row, before);
        }
    }

    public void Restored(Operation operation, RowValues row) => pointers.Follow(operation, row, isNew: true);

    public void Deleted(Operation operation) => pointers.Deleted(operation);
}
