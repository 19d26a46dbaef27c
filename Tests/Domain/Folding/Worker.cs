namespace CrmExtensions.Tests.Folding;

/// <summary>A job at work. Errands are written as numbers.</summary>
/// <param name="First">The errand it began with, and begins with again in the next attempt.</param>
/// <param name="Agenda">What it has to do, the next last.</param>
/// <param name="Fold">The fold it is inside of.</param>
internal sealed record Worker(byte First, byte[] Agenda, FoldInFlight? Fold)
{
    public byte Errand => Agenda[^1];

    public byte[] Key { get; } =
    [
        First,
        (byte)Agenda.Length,
        .. Agenda,
        .. Fold is null ? [] : new[] { (byte)(Fold.Act + 1), (byte)Fold.Page, (byte)((Fold.IsOvertaken ? 1 : 0) + (Fold.HasTicket ? 2 : 0)) },
        .. Fold?.Values ?? [],
        byte.MaxValue,
    ];

    /// <summary>Done with its errand, and with what follows from it on the agenda.</summary>
    public Worker Next(IEnumerable<byte> following) => new(First, [.. Agenda[..^1], .. following.Reverse()], null);

    public Worker With(FoldInFlight fold) => new(First, Agenda, fold);
}
