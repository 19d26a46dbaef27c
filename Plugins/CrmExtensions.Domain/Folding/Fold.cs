namespace CrmExtensions.Folding;

/// <summary>The inside of a fold (architecture.md 5).</summary>
public static class Fold
{
    // A fold holds the period's lock and must end far inside the two-minute limit. Every row is right by itself, so stopping
    // half-way loses nothing.
    private const int MostWrites = 500;
    private static readonly TimeSpan LongestWriting = TimeSpan.FromSeconds(10);

    /// <summary>What a fold does, in this order: whoever commits after the reading meets no ticket, and opens the next.</summary>
    public static IReadOnlyList<FoldAct> Acts { get; } = [FoldAct.NoteTime, FoldAct.TakeTicket, FoldAct.Read, FoldAct.Write, FoldAct.Mark];

    /// <summary>Whether one more row may be written.</summary>
    /// <param name="written">How many have been.</param>
    /// <param name="writing">For how long.</param>
    public static bool MayWrite(int written, TimeSpan writing) => written < MostWrites && writing <= LongestWriting;
}
