namespace CrmExtensions.Texts;

/// <summary>Every text that the rules speak; its words are in one place for each language.</summary>
public enum Text
{
    ListSeparator,

    // Status of an interview.
    StatusNotStarted,
    StatusInProgress,
    StatusScheduled,
    StatusSubmitted,
    StatusReturned,
    StatusCompleted,
    StatusCompletedWaived,
    StatusSuperseded,
    StatusOutOfScope,

    // Who moves an interview.
    MoverOwner,
    MoverOwnerOrPolicy,
    MoverManager,
    MoverManagerOrPolicy,
    MoverSystem,

    // Moves of an interview: from, to, who.
    MoveOnward,
    MoveNotAllowed,
    MoveFromTheEnd,
    MoveNotYours,
    MoveNotSpecific,
    TooVague,
    MoveTakesSecondPerson,
    MoveNeedsHearingOrWaiver,
    MoveNeedsHearing,
    MoveNeedsWaiver,
    MoveNeedsReason,
    MoveNeedsOverriddenClose,

    // What may not change.
    SnapshotIsFixed,
    InterviewIsCompleted,
    InterviewIsClosed,
    ChildNeedsInterview,

    // Questions of the reflection.
    StillMissing,
    AskLossOutcome,
    AskWinner,
    AskOneWinner,
    AskContest,
    AskContestPattern,
    AskSellerReason,
    AskSecondarySellerReasons,
    AskSellerMomentStage,
    AskSellerNote,
    AskSellerNoteDetail,
    AskReasonDetail,

    // Questions of the hearing.
    AskHeardOn,
    AskHeardOnNotInFuture,
    AskHeardOnAfterStart,
    AskHeardChannel,
    AskInterviewer,
    AskInterviewerType,
    AskRespondent,
    AskRespondentRole,
    AskMomentStage,
    AskMomentTrigger,
    AskMomentNotInFuture,
    AskNarrative,
    AskNarrativeOfOther,
    AskDecidingRemark,
    AskSpeakerSide,
    AskSpeakerRole,
    AskCustomerReason,
    AskOneCustomerReason,
    AskSamePrice,
    AskPriceKind,
    AskWhatWouldChange,
    AskReapproach,
    AskReapproachOn,
    AskReapproachOnAfterHearing,
    AskReproducibility,
    AskConditions,

    // Questions of completion.
    AskMarketingSide,
    AskFaceToFaceSide,

    // Waivers.
    WaiverRefused,
    AskWaiverReason,
    AskWaiverNote,
    AskAttempts,
    AttemptInFuture,
    AttemptBeforeDeal,
    RetryNotLater,
    WaiverAfterHearing,
    ApproverOfLost,
    ApproverOfWon,
    WaiverTakesSecondPerson,
    WaiverNotYoursToDecide,
    WaiverNotYoursToWithdraw,
    WaiverNotExpired,
    WaiverNotCancelled,
    WaiverMoveNotAllowed,
    WaiverRequested,
    WaiverApproved,
    WaiverRejected,
    WaiverWithdrawn,
    WaiverExpired,
    WaiverCancelled,

    // Evidence.
    EvidenceRefused,
    AskEvidenceType,
    AskLinkOrExcerpt,
    LinkTooLong,
    LinkNotHttps,
    LinkWithCredentials,
    LinkNowhereAllowed,
    LinkHostNotAllowed,
    StartNotReadable,
    AskConsent,
    RetentionIsOver,
    RetentionOutside,

    // The rest.
    InterviewIsKept,
    WaiverIsDecided,
    CodeOutOfRange,
    GradeUnknown,

    // What an administrator or a scheduler meets.
    TimeZoneUnknown,
    TokenUnknown,

    // Closes that need no hearing by policy.
    OutOfScopeTooSmall,
    OutOfScopeStale,
    ValueBelow,
    NoValueBelow,

    // Reconciliation.
    OpportunityKeyNotReadable,
    OpportunityUnknown,
    ReconcileRepaired,
    RepairMade,
    RepairSuperseded,
    RepairRelinked,
    RepairLateRows,
    ReconcileFailed,
    ReconcileUnsettled,

    // The overdue gate, notifications and the daily digest.
    CloseOverLimit,
    OverdueInterviews,
    NamedAndMore,
    WarningTitle,
    ReflectionTitle,
    ReflectionBody,
    OpenInterview,
    DigestTitle,
    DigestCountOwner,
    DigestCountReviewer,
    DigestCountManager,
    DigestCountHead,
    DigestOwner,
    DigestReviewer,
    DigestManager,
    DigestHead,
    DigestInterview,
    DigestMore,

    // Embedded marketers.
    AssignmentRefused,
    AskMarketer,
    MarketerIsDisabled,
    AskUnitOfMarketer,
    AskAssignmentStart,
    AssignmentEndsBeforeStart,
    AssignmentOverlaps,

    // Shared cards.
    CardIsFixed,
    CardIsWithdrawn,
    CardIsNotYoursToWithdraw,
    CardNeedsSoWhat,
    CardIsNewer,
    UntilFurtherNotice,

    // The privacy purge.
    PurgeRefused,
    PurgeKeyUnknown,
    PurgeReasonLength,
    InterviewIsPurged,
}
