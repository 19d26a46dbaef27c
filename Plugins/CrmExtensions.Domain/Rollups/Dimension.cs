namespace CrmExtensions.Rollups;

/// <summary>What a roll-up is cut by (product.md 10). The numbers are stored, as offsets of the choice.</summary>
public enum Dimension
{
    All = 0,
    Industry = 1,
    Competitor = 2,
    BusinessUnit = 3,
    Segment = 4,
    ProductLine = 5,

    /// <summary>Where the customer's mind moved.</summary>
    Stage = 6,

    /// <summary>What moved it.</summary>
    Trigger = 7,

    /// <summary>Category of the customer's reasons.</summary>
    ReasonCategory = 8,

    /// <summary>The customer's reasons, primary and secondary.</summary>
    Reason = 9,
    ValueBand = 10,
    LeadSource = 11,

    /// <summary>How the customer was heard.</summary>
    Channel = 12,

    /// <summary>How the opportunity was closed.</summary>
    ClosePath = 13,

    /// <summary>Won or lost: coverage is shown for both side by side.</summary>
    Outcome = 14,

    /// <summary>Our own hypothesis, beside the customer's reason.</summary>
    SellerReason = 15,

    /// <summary>Who said the deciding remark.</summary>
    SpeakerRole = 16,
}
