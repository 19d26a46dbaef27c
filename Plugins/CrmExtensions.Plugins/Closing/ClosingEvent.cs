using CrmExtensions.Framework;
using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Closing;

/// <summary>What the different events of a close have in common.</summary>
internal static class ClosingEvent
{
    private const string CloseParameter = "OpportunityClose";

    /// <summary>The opportunity the event is about; empty where a close row names none.</summary>
    public static Guid? Opportunity(PluginRun run)
    {
        if (run.Context.PrimaryEntityName == OpportunityClose.Table)
        {
            return run.PostImage.GetAttributeValue<EntityReference>(OpportunityClose.OpportunityId)?.Id;
        }

        return run.Context.InputParameters.TryGetValue(CloseParameter, out var parameter) && parameter is Entity close
            ? close.GetAttributeValue<EntityReference>(OpportunityClose.OpportunityId)?.Id
            : run.RowId;
    }

    /// <summary>What the message itself says of the outcome.</summary>
    public static Outcome? Outcome(PluginRun run) => run.Context.MessageName switch
    {
        Message.Win => Closing.Outcome.Won,
        Message.Lose => Closing.Outcome.Lost,
        _ => null,
    };
}
