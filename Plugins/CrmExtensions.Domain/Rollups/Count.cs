namespace CrmExtensions.Rollups;

/// <summary>
/// What is counted of deals, one or nought a deal. Stored by name in lower case, so that a name, once given, stays; the
/// letters of product.md 10 are named where it has some.
/// </summary>
public enum Count
{
    /// <summary>W.</summary>
    Won,

    /// <summary>L.</summary>
    Lost,

    /// <summary>Closes that the policy, or a manager, ruled out; in W or L too.</summary>
    OutOfScope,

    /// <summary>L0.</summary>
    LostToCompetitor,

    /// <summary>L1.</summary>
    NoDecision,

    /// <summary>L3.</summary>
    StatusQuo,

    /// <summary>L4.</summary>
    ProjectCancelled,

    /// <summary>L5.</summary>
    Withdrew,

    /// <summary>Won with at least one finalist beside us.</summary>
    WonAgainstCompetitor,

    /// <summary>R: all that are not out of scope.</summary>
    Required,

    /// <summary>Part A done, of R.</summary>
    Reflected,

    /// <summary>Cf: completed with a hearing.</summary>
    Completed,

    /// <summary>Cw: completed with the hearing waived.</summary>
    CompletedWaived,

    /// <summary>H: completed, and the customer was heard directly.</summary>
    Heard,

    /// <summary>Past the due date.</summary>
    Due,

    /// <summary>Due, and completed by then.</summary>
    OnTime,

    /// <summary>Specific, of Cf and Cw.</summary>
    Specific,

    /// <summary>Evidence of grade A or B, of Cf and Cw.</summary>
    Evidenced,

    /// <summary>The customer's primary reason is known.</summary>
    ReasonKnown,

    /// <summary>Lost, and the customer's primary reason is known.</summary>
    LostReasonKnown,

    /// <summary>Of these, with a price reason, primary or secondary.</summary>
    PriceCited,

    /// <summary>Of these, where we would have been chosen at equal price and terms.</summary>
    PriceDecisive,

    /// <summary>The customer's primary reason is Other.</summary>
    ReasonOther,

    /// <summary>The stage of the moment is known.</summary>
    StageKnown,

    /// <summary>Decided before the proposal: stages 0, 1 and 2.</summary>
    Upstream,

    /// <summary>The trigger of the moment is known.</summary>
    TriggerKnown,

    /// <summary>Our own hypothesis is known.</summary>
    SellerReasonKnown,

    /// <summary>With a deciding remark.</summary>
    Remark,

    /// <summary>The moment is known, and our guess of it.</summary>
    BothStages,

    /// <summary>Of these, guessed wrong.</summary>
    StageGap,

    /// <summary>The customer's primary reason is known, and our hypothesis.</summary>
    BothReasons,

    /// <summary>Of these, the same leaf.</summary>
    SameReason,

    /// <summary>Of these, another leaf of the same category.</summary>
    SameCategory,

    /// <summary>Won, of Cf.</summary>
    CompletedWon,

    /// <summary>Of these, repeatable, or under conditions.</summary>
    Reproducible,

    /// <summary>In the slice of a reason: it is the primary one.</summary>
    Primary,

    /// <summary>In the slice of a competitor: won against it as finalist.</summary>
    WonAgainstIt,

    /// <summary>In the slice of a competitor: lost to it.</summary>
    LostToIt,

    /// <summary>In the slice of a competitor: lost to another with it as finalist.</summary>
    AlsoRan,
}
