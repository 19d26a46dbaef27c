using CrmExtensions.Benchmarks.Org;
using Spectre.Console;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>The figures of the roll-ups in one table: each with its bound, and whether it is met.</summary>
internal static class RollupFigures
{
    private const int Missed = 1;
    private const int Interrupted = 130;
    private const int WidthOfFiles = 160;

    /// <summary>What can be measured, by the names of the command line, in the order of the table.</summary>
    public static IReadOnlyDictionary<string, Func<Extent, Steps, IEnumerable<Figure>>> Parts { get; } = new Dictionary<string, Func<Extent, Steps, IEnumerable<Figure>>>
    {
        ["close"] = CloseFigures.Of,
        ["counter"] = CounterFigures.Of,
        ["storm"] = StormFigures.Of,
        ["fold"] = FoldFigures.Of,
        ["latency"] = LatencyFigures.Of,
    };

    /// <summary>Measures and prints; the exit code.</summary>
    public static int Print(Extent extent, CancellationToken cancellation)
    {
        var figures = new List<Figure>();
        var ending = 0;
        try
        {
            Measure(extent, figures, cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            Console.Error.WriteLine("Interrupted; what was measured so far:");
            ending = Interrupted;
        }
#pragma warning disable CA1031 // What was measured before the failure took minutes, and is worth seeing.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Console.Error.WriteLine($"Failed; what was measured so far:\n{failure}");
            ending = Missed;
        }

        Show(figures);
        return ending == 0 && figures.Any(figure => figure.IsMet == false) ? Missed : ending;
    }

    private static void Measure(Extent extent, List<Figure> figures, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().AutoClear(true).Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new ElapsedTimeColumn(), new SpinnerColumn()).Start(progress =>
        {
            var steps = new Steps(progress.AddTask("Roll-ups"), cancellation);
            foreach (var (name, part) in Parts.Where(part => extent.Parts.Count == 0 || extent.Parts.Contains(part.Key)))
            {
                steps.Begin(name);
                foreach (var figure in part(extent, steps))
                {
                    figures.Add(figure);
                }
            }
        });
    }

    private static void Show(List<Figure> figures)
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfFiles;
        }

        var table = new Table().AddColumns("What", "Engine", "Measured", "Bound", "");
        foreach (var figure in figures)
        {
            table.AddRow([.. new[] { figure.What, figure.Engine, figure.Measured, figure.Bound, figure.Verdict }.Select(Markup.Escape)]);
        }

        console.Write(table);
        foreach (var figure in figures.Where(figure => figure.IsMet == false && figure.Detail.Length > 0))
        {
            console.WriteLine($"{figure.What}, {figure.Engine}:\n{figure.Detail}");
        }

        if (Engines.Server is null)
        {
            console.WriteLine("LOCALORG_POSTGRESQL names no server: nothing was measured on PostgreSQL.");
        }
    }
}
