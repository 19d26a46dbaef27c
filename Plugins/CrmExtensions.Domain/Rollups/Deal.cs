using CrmExtensions.Closing;
using CrmExtensions.Interviews;

namespace CrmExtensions.Rollups;

/// <summary>What counts of one interview. What is not known is empty, and counts under "unknown".</summary>
/// <param name="Outcome">Won or lost.</param>
/// <param name="Value">Base currency: actual revenue of a won deal, estimated revenue of a lost one.</param>
public sealed record Deal(Outcome Outcome, decimal Value)
{
    public Named? Industry { get; init; }

    public Named? BusinessUnit { get; init; }

    public Named? Segment { get; init; }

    public Named? ProductLine { get; init; }

    public Named? ValueBand { get; init; }

    public Named? LeadSource { get; init; }

    public Named? Channel { get; init; }

    public Named? ClosePath { get; init; }

    /// <summary>The number of the choice and its label, as in all choices below.</summary>
    public Named? Stage { get; init; }

    public Named? Trigger { get; init; }

    public Named? SpeakerRole { get; init; }

    /// <summary>Each competitor once; empty where nobody named one.</summary>
    public IReadOnlyCollection<Contender> Competitors { get; init; } = [];

    /// <summary>The customer's reasons, each once; empty where none is known.</summary>
    public IReadOnlyCollection<GivenReason> Reasons { get; init; } = [];

    /// <summary>Our own hypothesis.</summary>
    public GivenReason? SellerReason { get; init; }

    /// <summary>Where we guessed the moment to be; the number of the choice.</summary>
    public int? SellerStage { get; init; }

    /// <summary>What a lost deal was lost to; the number of the choice.</summary>
    public int? LossOutcome { get; init; }

    public InterviewStatus Status { get; init; } = InterviewStatus.NotStarted;

    /// <summary>Whether Part A is done.</summary>
    public bool IsReflected { get; init; }

    /// <summary>Whether the respondent's role is known.</summary>
    public bool IsRespondentKnown { get; init; }

    public EvidenceGrade? Evidence { get; init; }

    public bool IsDue { get; init; }

    public bool IsOnTime { get; init; }

    public bool IsSpecific { get; init; }

    public bool HasRemark { get; init; }

    /// <summary>Whether we would have been chosen at equal price and terms.</summary>
    public bool IsChosenAtSamePrice { get; init; }

    public bool IsReproducible { get; init; }

    /// <summary>Specificity, 0-100.</summary>
    public int? Score { get; init; }

    /// <summary>From the close to the hearing.</summary>
    public int? HearingDays { get; init; }

    /// <summary>From the close to the completion.</summary>
    public int? CompletionDays { get; init; }
}
