namespace CrmExtensions.Interviews;

/// <summary>What must be on record before a move.</summary>
public enum MoveNeed
{
    Nothing,

    /// <summary>A hearing, or an approved waiver of it.</summary>
    HearingOrWaiver,

    Hearing,

    /// <summary>An approved waiver, and no hearing: that would have cancelled it.</summary>
    Waiver,

    /// <summary>A reason in words.</summary>
    Reason,

    /// <summary>The opportunity is open again, or a newer close of it exists.</summary>
    OverriddenClose,
}
