namespace CrmExtensions.Tests.Folding;

/// <summary>What a period's row and ticket say.</summary>
[Flags]
internal enum Flags : byte
{
    None = 0,
    Ticket = 1,
    More = 2,
    Folded = 4,

    /// <summary>What it sums has been committed after the moment its last fold noted.</summary>
    Overtaken = 8,
}
