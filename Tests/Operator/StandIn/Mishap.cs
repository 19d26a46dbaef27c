namespace CrmExtensions.Tests.StandIn;

/// <summary>Something that happens to requests instead of their answer.</summary>
/// <param name="Hits">Which ones.</param>
/// <param name="Status">The status they get.</param>
internal sealed record Mishap(Func<Call, bool> Hits, int Status)
{
    public string Body { get; init; } = "";

    public string? RetryAfter { get; init; }

    /// <summary>How often it happens.</summary>
    public int Times { get; set; } = 1;

    /// <summary>Set where the request is never answered: completed once it has come.</summary>
    public TaskCompletionSource? Came { get; init; }
}
