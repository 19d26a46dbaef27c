namespace CrmExtensions.Local.Sales;

/// <summary>What the platform does around a close that no document tells (platform-facts.md 1); behaviour is tested under every combination.</summary>
public sealed record CloseBehavior
{
    /// <summary>Whether Win and Lose write the close row before they change the opportunity's state.</summary>
    public bool RowBeforeState { get; init; }

    /// <summary>Whether Win and Lose raise Create of opportunityclose.</summary>
    public bool RaisesCreateOfRow { get; init; } = true;

    /// <summary>Whether closing raises Update of opportunity.</summary>
    public bool RaisesUpdate { get; init; } = true;

    /// <summary>Whether closing raises SetState of opportunity.</summary>
    public bool RaisesSetState { get; init; } = true;

    /// <summary>Whether a close row created by hand raises Win or Lose.</summary>
    public bool DirectRowRaisesWinOrLose { get; init; }

    /// <summary>Whether the close row that Win and Lose write says won or lost itself.</summary>
    public bool RowTellsOutcome { get; init; } = true;

    /// <summary>Whether the state may be set to won or lost by Update from outside a plug-in.</summary>
    public bool AllowsBareStateUpdate { get; init; }

    /// <summary>Whether reopening cancels the close rows.</summary>
    public bool ReopenCancelsRows { get; init; } = true;

    /// <summary>Whether reopening empties actual value and actual close date.</summary>
    public bool ReopenClearsActuals { get; init; } = true;
}
