using CrmExtensions.Local.Replay;
using CrmExtensions.Local.Scoring;
using CrmExtensions.Specificity;

namespace CrmExtensions.Local.Host;

/// <summary>Scores a file of loss reports with the guard that runs in an org: scores on standard output, everything else beside it.</summary>
internal static class ScoreCommand
{
    private const int SomeRejected = 2;
    private const int Interrupted = 130;

    public static int Run(string path, CancellationToken cancellation)
    {
        var book = PhraseBookFile.Read(PhraseBookFile.Shipped);
        using var file = ReportFile.Open(path);
        using var lines = new ScoreLines(Console.OpenStandardOutput());
        var summary = new ScoreSummary();
        var thresholds = new Thresholds();
        var seen = new SeenTexts();
        foreach (var (number, line) in file.Lines())
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            if (ReportParser.Parse(number, line, out var rejection) is { } told)
            {
                var score = Guard.Score(told with { IsDuplicate = seen.Repeats(told.Narrative) }, book, thresholds);
                lines.Write(score);
                summary.Add(score.Band);
            }
            else
            {
                Report(rejection!);
                summary.Reject();
            }
        }

        return End(summary, cancellation.IsCancellationRequested);
    }

    private static int End(ScoreSummary summary, bool isInterrupted)
    {
        if (isInterrupted)
        {
            Console.Error.WriteLine(Words.In("Interrupted.", "中断しました。"));
        }

        Console.Error.WriteLine(summary);
        return isInterrupted ? Interrupted : summary.Rejected > 0 ? SomeRejected : 0;
    }

    private static void Report(Rejection rejection)
    {
        var place = Words.In($"Line {rejection.Line}", $"{rejection.Line} 行目");
        Console.Error.WriteLine(rejection.Column.Length > 0 ? $"{place}, {rejection.Column}: {rejection.Reason}" : $"{place}: {rejection.Reason}");
    }
}
