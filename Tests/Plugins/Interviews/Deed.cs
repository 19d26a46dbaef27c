namespace CrmExtensions.Tests.Interviews;

/// <summary>What can be tried.</summary>
internal enum Deed
{
    Win,
    Lose,
    Reopen,
    Reflect,
    Hear,
    WriteVaguely,
    FillIn,
    WriteNote,
    GiveReason,
    DropReason,
    Submit,
    Review,
    SetAnyStatus,
    Deactivate,
    RuleOut,
    AskForWaiver,
    DecideWaiver,
    AddEvidence,
    Delete,
    ChangeSnapshot,
    ChangeBookkeeping,
    Assign,
    LetJobsRun,
    WaitADay,
}
