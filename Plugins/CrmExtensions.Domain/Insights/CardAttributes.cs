using CrmExtensions.Calendar;
using CrmExtensions.Closing;
using CrmExtensions.Rollups;

namespace CrmExtensions.Insights;

/// <summary>What a card tells of its deal besides words, and somebody could know a deal by; what is empty is not told.</summary>
/// <remarks>
/// Stage, trigger and reasons are not among them: they are what the card is there to teach, and nobody but the customer knows them beforehand.
/// </remarks>
/// <param name="Outcome">Won or lost; it always stays.</param>
public sealed record CardAttributes(Outcome Outcome)
{
    /// <summary>The month of the close; the fiscal half where the month would tell too much. Quarter and half are told only with the month.</summary>
    public Period? When { get; init; }

    public Named? Industry { get; init; }

    /// <summary>The group of the industry (<see cref="IndustryGroups"/>), told with it and in its stead.</summary>
    public Named? IndustryGroup { get; init; }

    public Named? BusinessUnit { get; init; }

    public Named? Segment { get; init; }

    public Named? ProductLine { get; init; }

    public Named? ValueBand { get; init; }

    public Named? Competitor { get; init; }
}
