using System.CommandLine;
using System.Globalization;
using CrmExtensions.Benchmarks.Org;

namespace CrmExtensions.Benchmarks.Rollups;

/// <summary>The command line of the roll-up benchmarks.</summary>
internal static class RollupCommand
{
    // An act at hand is finished, and the org taken down.
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromMinutes(2);

    // So that a median means something.
    private const int Fewest = 20;

    public static int Run(string[] args)
    {
        var history = new Option<string>("--history") { Description = "How many interviews there are already, with commas between.", DefaultValueFactory = _ => "1000,10000,100000", HelpName = "N,N,..." };
        var backend = new Option<string>("--backend") { Description = "The engines.", DefaultValueFactory = _ => "both" };
        backend.AcceptOnlyFromAmong("sqlite", "postgresql", "both");
        Demand(history, list => Numbers(list!).All(number => number >= ModelDeals.Count), $"--history takes whole numbers from {ModelDeals.Count}.");
        Demand(backend, name => name != "postgresql" || Engines.Server is not null, "LOCALORG_POSTGRESQL names no server: run '. .ci/postgresql' first.");
        var closes = new Option<int>("--closes") { Description = "How many deals are closed at each history.", DefaultValueFactory = _ => 200, HelpName = "N" };
        var storm = new Option<int>("--storm") { Description = "How many deals are closed by eight users at once.", DefaultValueFactory = _ => 10_000, HelpName = "N" };
        Demand(closes, number => number >= Fewest, $"--closes takes a whole number from {Fewest}.");
        Demand(storm, number => number >= Fewest, $"--storm takes a whole number from {Fewest}.");
        var parts = new Option<string[]>("--part") { Description = "Only what is named; may stand several times.", AllowMultipleArgumentsPerToken = true };
        parts.AcceptOnlyFromAmong([.. RollupFigures.Parts.Keys]);
        var command = new RootCommand("Measures the roll-ups against what people do instead, each figure as a ratio within this run.") { history, backend, closes, storm, parts };
        command.SetAction((parsed, cancellation) => Task.FromResult(RollupFigures.Print(
            new Extent([.. Numbers(parsed.GetValue(history)!).Order()], Named(parsed.GetValue(backend)!), parsed.GetValue(closes), parsed.GetValue(storm), parsed.GetValue(parts) ?? []),
            cancellation)));
        return command.Parse(args).Invoke(new InvocationConfiguration { ProcessTerminationTimeout = TimeToFinish });
    }

    private static void Demand<T>(Option<T> option, Func<T?, bool> isRight, string otherwise) => option.Validators.Add(result =>
    {
        if (!isRight(result.GetValueOrDefault<T>()))
        {
            result.AddError(otherwise);
        }
    });

    private static IEnumerable<int> Numbers(string list) => list.Split(',').Select(item => int.TryParse(item, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) ? number : 0);

    private static IReadOnlyList<EngineKind> Named(string backend) => backend switch
    {
        "sqlite" => [EngineKind.Sqlite],
        "postgresql" => [EngineKind.PostgreSql],
        _ => Engines.Server is null ? [EngineKind.Sqlite] : [EngineKind.Sqlite, EngineKind.PostgreSql],
    };
}
