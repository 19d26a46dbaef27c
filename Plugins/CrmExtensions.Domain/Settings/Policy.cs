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
}
