namespace CrmExtensions.Insights;

/// <summary>What somebody changes of a card.</summary>
public sealed record CardEdit
{
    public CardStatus StatusBefore { get; init; }

    public string? SoWhatBefore { get; init; }

    /// <summary>The status that is sent; empty where none is.</summary>
    public CardStatus? Status { get; init; }

    /// <summary>Whether a so-what is sent; it may be an empty one.</summary>
    public bool SendsSoWhat { get; init; }

    public string? SoWhat { get; init; }

    /// <summary>The columns that the server writes and that would change.</summary>
    public IReadOnlyList<string> Fixed { get; init; } = [];

    /// <summary>Whether the card says what follows from it, after the change.</summary>
    public bool IsInterpreted => !string.IsNullOrWhiteSpace(SendsSoWhat ? SoWhat : SoWhatBefore);
}
