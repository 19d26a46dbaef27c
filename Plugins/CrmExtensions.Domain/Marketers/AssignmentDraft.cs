namespace CrmExtensions.Marketers;

/// <summary>An assignment that somebody is about to save.</summary>
public sealed record AssignmentDraft
{
    public Guid? Marketer { get; init; }

    /// <summary>Whether the marketer is a user who may no longer use the system.</summary>
    public bool MarketerIsDisabled { get; init; }

    public Guid? Unit { get; init; }

    public DateTime? From { get; init; }

    public DateTime? To { get; init; }

    /// <summary>The other active assignments of the same marketer to the same unit.</summary>
    public IReadOnlyList<Assignment> Others { get; init; } = [];
}
