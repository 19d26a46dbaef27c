using CrmExtensions.Calendar;

namespace CrmExtensions.Tests.Folding;

/// <summary>A small history for the model of the fold protocol. Interviews and periods are numbered from 0, months first.</summary>
internal sealed record Scenario
{
    private static readonly DateTime Begin = new(2026, 4, 1);

    /// <summary>How many jobs run at once.</summary>
    public required int Workers { get; init; }

    /// <summary>The month of each interview; each is a page of its month's fold.</summary>
    public required IReadOnlyList<int> Interviews { get; init; }

    /// <summary>The interview that each change writes.</summary>
    public required IReadOnlyList<int> Changes { get; init; }

    /// <summary>What stands above the months, each a sum of all of them.</summary>
    public IReadOnlyList<Grain> Above { get; init; } = [];

    /// <summary>How many rows a fold writes at most.</summary>
    public int WritesAFold { get; init; } = 99;

    /// <summary>How many jobs are lost, each at any point.</summary>
    public int Crashes { get; init; }

    /// <summary>How many attempts end because others were in the way, each at any point.</summary>
    public int Faults { get; init; }

    /// <summary>How many jobs are delivered twice.</summary>
    public int Duplicates { get; init; }

    /// <summary>Whether a ticket may have lain for long when somebody meets it.</summary>
    public bool TicketsGrowOld { get; init; } = true;

    public int Months => Interviews.Max() + 1;

    public int Periods => Months + Above.Count;

    /// <summary>Of each period: one for each interview, and the total.</summary>
    public int Slices => Interviews.Count + 1;

    public bool IsMonth(int period) => period < Months;

    /// <summary>How many pages a fold of a period reads.</summary>
    public int PagesOf(int period) => IsMonth(period) ? Interviews.Count(month => month == period) : Months;

    public Period PeriodOf(int number) => IsMonth(number)
        ? new Period(Grain.Month, Begin.AddMonths(number))
        : Period.Holding(Begin, Above[number - Months], Begin.Month);

    public IEnumerable<int> AllAbove => Enumerable.Range(Months, Above.Count);
}
