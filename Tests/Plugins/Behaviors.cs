using CrmExtensions.Local.Sales;

namespace CrmExtensions.Tests;

/// <summary>Every combination (<see cref="Enumerations"/>) of what is not documented about a close (platform-facts.md 1).</summary>
internal static class Behaviors
{
    public static IReadOnlyList<CloseBehavior> All { get; } = [.. Enumerable.Range(0, 256).Where(bits => bits % Enumerations.Step == 0).Select(bits => new CloseBehavior
    {
        RowBeforeState = Bit(bits, 0),
        RaisesCreateOfRow = Bit(bits, 1),
        RaisesUpdate = Bit(bits, 2),
        RaisesSetState = Bit(bits, 3),
        DirectRowRaisesWinOrLose = Bit(bits, 4),
        RowTellsOutcome = Bit(bits, 5),
        ReopenCancelsRows = Bit(bits, 6),
        ReopenClearsActuals = Bit(bits, 7),
        AllowsBareStateUpdate = true,
    })];

    private static bool Bit(int bits, int place) => (bits >> place & 1) == 1;
}
