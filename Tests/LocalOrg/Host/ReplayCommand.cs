using CrmExtensions.Local.Replay;
using CrmExtensions.Local.Replay.Recount;
using Spectre.Console;

namespace CrmExtensions.Local.Host;

/// <summary>Replays a file and shows what a rep and a marketer see of it.</summary>
internal static class ReplayCommand
{
    private const int SomeRejected = 2;
    private const int Drifted = 3;
    private const int Interrupted = 130;
    private const int WidthOfFiles = 160;

    public static int Run(ReplayArguments arguments, CancellationToken cancellation)
    {
        var options = new LocalOrgOptions();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(options.TimeZone);
        var file = DealFile.Read(arguments.File, new DealParser(OrgTemplate.Shipped.Catalog, zone));
        DemandOwnFile(arguments);
        DemandWritable(arguments.Export);
        using var org = arguments.Database is null ? LocalOrg.FromSolution(options) : LocalOrg.InFile(arguments.Database, options);
        List(file.Rejections);
        var replay = new DealReplay(org, file.Deals);
        Play(replay, file.Deals.Count, options.Name, cancellation);
        List(replay.Refused);
        if (cancellation.IsCancellationRequested)
        {
            Console.Error.WriteLine(arguments.Database is null
                ? Words.In("Interrupted.", "中断しました。")
                : Words.In("Interrupted. The same command goes on where this one stopped.", "中断しました。同じコマンドで続きから再開します。"));
            return Interrupted;
        }

        return Report(arguments, org, file, replay, zone, options.Name);
    }

    private static void Play(DealReplay replay, int deals, string rootUnit, CancellationToken cancellation)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        console.Progress().Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn()).Start(progress =>
        {
            var task = progress.AddTask("Closing deals / 案件をクローズ中", maxValue: Math.Max(1, deals));
            replay.Run(rootUnit, done => task.Value = done, cancellation);
        });
    }

    private static int Report(ReplayArguments arguments, LocalOrg org, DealFile file, DealReplay replay, TimeZoneInfo zone, string rootUnit)
    {
        var marketer = org.As(Audience.Marketer(org));
        var shown = StoredCells.Read(marketer);
        var drift = Drift.Of(DealCount.Of(replay.Accepted, zone, rootUnit), StoredCells.Tallies(org.System), shown);
        if (arguments.Export is not null)
        {
            RollupExport.Write(arguments.Export, shown);
        }

        var summary = SummaryOf(org, file.Rejections.Count, replay, drift.Count);
        if (arguments.Json)
        {
            Console.Out.WriteLine(summary.ToJson());
        }
        else
        {
            var views = new ReplayViews(Screen(), org);
            views.Show(replay.Accepted, marketer);
            if (arguments.WithInterview)
            {
                new InterviewStory(Screen(), org).Tell(OrgPreparation.UserOf(replay.Accepted[0]));
            }

            views.Conclude(summary);
        }

        foreach (var failure in drift.Take(10).Concat(org.FailedJobs.Take(10)))
        {
            Console.Error.WriteLine(failure);
        }

        return drift.Count > 0 ? Drifted : summary.Rejected > 0 ? SomeRejected : 0;
    }

    // A terminal tells its width; a file or a pipe has none, and gets room for whole rows.
    private static IAnsiConsole Screen()
    {
        var console = AnsiConsole.Console;
        if (Console.IsOutputRedirected)
        {
            console.Profile.Width = WidthOfFiles;
        }

        return console;
    }

    private static ReplaySummary SummaryOf(LocalOrg org, int rejected, DealReplay replay, int drift)
    {
        var seconds = replay.Duration.TotalSeconds;
        return new ReplaySummary
        {
            Deals = replay.Accepted.Count,
            Rejected = rejected + replay.Refused.Count,
            Won = replay.Accepted.Count(deal => deal.Status == DealStatus.Won),
            Lost = replay.Accepted.Count(deal => deal.Status == DealStatus.Lost),
            Interviews = ReplaySummary.Interviewed(org),
            RollupRows = ReplaySummary.Count(org, Tables.Rollup.Table),
            Folds = ReplaySummary.FoldsOf(org),
            MaxServiceCallsPerClose = ReplaySummary.MostServiceCalls(org),
            Drift = drift,
            ClosesPerSecond = seconds > 0 ? Math.Round(replay.Closed / seconds, 1) : 0,
            Seconds = Math.Round(seconds, 3),
        };
    }

    private static void List(IReadOnlyCollection<Rejection> rejections)
    {
        foreach (var rejection in rejections)
        {
            var place = Words.In($"Line {rejection.Line}", $"{rejection.Line} 行目");
            Console.Error.WriteLine(rejection.Column.Length > 0 ? $"{place}, {rejection.Column}: {rejection.Reason}" : $"{place}: {rejection.Reason}");
        }
    }

    // Opening for writing would empty the deals, or spoil the org.
    private static void DemandOwnFile(ReplayArguments arguments)
    {
        if (arguments.Export is { } export && new[] { arguments.File, arguments.Database }.OfType<string>().Any(other => IsSameFile(other, export)))
        {
            throw new DealFileException(Words.In(
                $"--export {export} is a file this replay reads. Give the roll-ups a file of their own.",
                $"--export {export} はこの再生が読むファイルです。集計には別のファイルを指定してください。"));
        }
    }

    private static bool IsSameFile(string left, string right) => string.Equals(RealPath(left), RealPath(right), StringComparison.OrdinalIgnoreCase);

    private static string RealPath(string path) => (File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null) ?? Path.GetFullPath(path);

    // Found out before the work, not after it.
    private static void DemandWritable(string? path)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            File.Open(path, FileMode.OpenOrCreate, FileAccess.Write).Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new DealFileException(Words.In($"{path} cannot be written: {failure.Message}", $"{path} に書き込めません: {failure.Message}"), failure);
        }
    }
}
