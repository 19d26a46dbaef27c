namespace CrmExtensions.Settings;

/// <summary>What an organisation decides for itself. The values here are the defaults of product.md 5.4 (wl_setting).</summary>
public sealed record Policy
{
    /// <summary>Closes before this business date are not sought by the sweep; empty means all are.</summary>
    public DateTime? GoLive { get; init; }

    /// <summary>Days until the seller's reflection (Part A) is due.</summary>
    public int ReflectionDueDays { get; init; } = 2;

    /// <summary>Days until the customer's account (Part B) is due; always calendar days.</summary>
    public int HearingDueDays { get; init; } = 14;

    /// <summary>Whether the reflection's days are working days (Saturday and Sunday skipped) or calendar days.</summary>
    public bool ReflectionInWorkingDays { get; init; } = true;

    /// <summary>Days after which an open interview is overdue; they count from the day that <see cref="HearingDueDays"/> counts from.</summary>
    public int OverdueDays { get; init; } = 30;

    /// <summary>Days after which an open interview is stale, counted likewise.</summary>
    public int StaleDays { get; init; } = 90;

    /// <summary>Closes below this value, in base currency, need no hearing; 0 is off.</summary>
    public decimal MinimumValue { get; init; }

    /// <summary>Days after which a lost deal counts as stale, and for which nothing happened on it; empty or 0 is off.</summary>
    public int? CleanUpAgeDays { get; init; }

    /// <summary>Stale deals below this value, in base currency, need no hearing; empty is off.</summary>
    public decimal? CleanUpBelow { get; init; }

    /// <summary>Where business dates are read: a Windows time zone id, as Dataverse uses.</summary>
    public string TimeZoneId { get; init; } = "Tokyo Standard Time";

    /// <summary>First month of the fiscal year, 1-12.</summary>
    public int FiscalStartMonth { get; init; } = 4;

    /// <summary>From this score on an account is partly specific.</summary>
    public int PartlyFrom { get; init; } = 40;

    /// <summary>From this score on an account is specific.</summary>
    public int SpecificFrom { get; init; } = 70;

    /// <summary>Hosts that links to evidence may lead to; none means that no link is allowed.</summary>
    public IReadOnlyList<string> EvidenceHosts { get; init; } = [];

    /// <summary>Months for which evidence is kept after the hearing, or the close.</summary>
    public int EvidenceRetentionMonths { get; init; } = 24;

    /// <summary>Days for which a request for a waiver waits for its decision.</summary>
    public int WaiverExpiryDays { get; init; } = 30;

    /// <summary>Who decides where nobody else is named.</summary>
    public Guid? ProgramOwner { get; init; }

    /// <summary>What becomes of a close by somebody over the overdue limit.</summary>
    public Enforcement Enforcement { get; init; } = Enforcement.Off;

    /// <summary>More overdue interviews than this are over the limit.</summary>
    public int OverdueLimit { get; init; } = 5;

    /// <summary>Below this many deals nothing is shown.</summary>
    public int HiddenBelow { get; init; } = 5;

    /// <summary>Below this many deals counts are shown, but no rate.</summary>
    public int CountsOnlyBelow { get; init; } = 10;

    /// <summary>Below this many deals a rate is marked as a reference value.</summary>
    public int ReferenceBelow { get; init; } = 30;

    /// <summary>Lower bounds of value bands 1, 2, 3 and 4, in base currency, rising.</summary>
    public IReadOnlyList<decimal> ValueBands { get; init; } = [1_000_000m, 5_000_000m, 20_000_000m, 100_000_000m];

    /// <summary>So many customers must share what a card tells; 1 is off.</summary>
    public int AnonymityK { get; init; } = 3;

    /// <summary>Whether cards name competitors, in their column and in the customer's words.</summary>
    public bool SharesCompetitors { get; init; }

    /// <summary>Whether cancelled projects and our own withdrawals count as lost in the win rate.</summary>
    public bool CountsWithdrawn { get; init; }
}
