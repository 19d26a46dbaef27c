namespace CrmExtensions.Folding;

/// <summary>What is known of a period without folding it; moments in UTC.</summary>
public sealed record PeriodFacts
{
    /// <summary>When its open ticket was made.</summary>
    public DateTime? TicketMadeOn { get; init; }

    /// <summary>Whether the last fold has left rows to write.</summary>
    public bool HasMore { get; init; }

    /// <summary>The moment the last fold began to read.</summary>
    public DateTime? AsOf { get; init; }

    /// <summary>The newest known change of what it sums: a month's interviews, the months of a quarter, half or year.</summary>
    public DateTime? SourceChangedOn { get; init; }

    /// <summary>The newest change of the settings.</summary>
    public DateTime? PolicyChangedOn { get; init; }

    /// <summary>The newest change of the list of reasons.</summary>
    public DateTime? TaxonomyChangedOn { get; init; }
}
