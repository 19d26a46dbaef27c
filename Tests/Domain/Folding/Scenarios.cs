using CrmExtensions.Calendar;

namespace CrmExtensions.Tests.Folding;

/// <summary>The histories that the protocol is checked on, by name.</summary>
internal static class Scenarios
{
    /// <summary>Two changes in one month, read in two pages.</summary>
    public static readonly Scenario Month = new() { Workers = 2, Interviews = [0, 0], Changes = [0, 1] };

    private static readonly Scenario UnderQuarter = Month with { Above = [Grain.Quarter], Crashes = 1 };
    private static readonly Scenario UnderHalf = Month with { Above = [Grain.Quarter, Grain.Half], Crashes = 1 };
    private static readonly Scenario Busy = Month with { Workers = 4, Changes = [0, 1, 0, 1], Crashes = 1 };

    /// <summary>Checked in every run.</summary>
    public static IReadOnlyDictionary<string, Scenario> Small { get; } = new Dictionary<string, Scenario>
    {
        ["two workers, two months, quarter and half, a crash"] = UnderHalf with { Interviews = [0, 1] },
        ["two workers, one row a fold, a crash, a deadlock and a double delivery"] = UnderQuarter with { WritesAFold = 1, Faults = 1, Duplicates = 1 },
        ["three workers, three changes, a quarter, a crash"] = UnderQuarter with { Workers = 3, Changes = [0, 1, 0] },
        ["four workers, four changes, a crash"] = Busy,
        ["four workers, quarter and half, two crashes"] = UnderHalf with { Workers = 4, Crashes = 2 },
    };

    /// <summary>Millions of worlds, minutes of work.</summary>
    public static IReadOnlyDictionary<string, Scenario> Large { get; } = new Dictionary<string, Scenario>
    {
        ["two workers, three changes, one row a fold, a crash"] = UnderQuarter with { Changes = [0, 1, 0], WritesAFold = 1 },
        ["two workers, two months, three changes, quarter and half, a crash"] = UnderHalf with { Interviews = [0, 1], Changes = [0, 1, 0] },
        ["two workers, three changes, quarter and half, two rows a fold, two crashes"] = UnderHalf with { Changes = [0, 1, 0], WritesAFold = 2, Crashes = 2 },
        ["four workers, three changes, a quarter, one row a fold, a crash"] = UnderQuarter with { Workers = 4, Changes = [0, 1, 0], WritesAFold = 1 },
        ["four workers, four changes, a quarter, a crash and a deadlock"] = Busy with { Above = [Grain.Quarter], Faults = 1 },
        ["five workers, five changes, a crash"] = Busy with { Workers = 5, Changes = [0, 1, 0, 1, 0] },
    };
}
