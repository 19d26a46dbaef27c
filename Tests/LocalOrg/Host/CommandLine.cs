using System.CommandLine;
using CrmExtensions.Local.Replay;
using CrmExtensions.Local.Scoring;

namespace CrmExtensions.Local.Host;

/// <summary>The commands of the host. Whatever goes wrong ends in a plain message and a non-zero exit code.</summary>
internal static class CommandLine
{
    private const int Failed = 1;

    // After an interruption the deal and the jobs at hand are finished, so that nothing is half done.
    private static readonly TimeSpan TimeToFinish = TimeSpan.FromSeconds(30);

    public static int Run(string[] args)
    {
        var root = new RootCommand("An embedded Dataverse: closes deals, makes interviews, rolls them up. Without a command it replays the bundled sample and leads one interview to its end.");
        root.SetAction((_, cancellation) => Guarded(() => ReplayCommand.Run(new ReplayArguments(SamplePath, WithInterview: true), cancellation)));
        root.Add(Replay());
        root.Add(Score());
        root.Add(Constants());
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            // Standard output may be read by a program: what is wrong goes beside it.
            foreach (var error in parsed.Errors)
            {
                Say(error.Message);
            }

            return Say(Words.In("Try --help.", "使い方は --help をご覧ください。"));
        }

        return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToFinish });
    }

    private static string SamplePath => Path.Combine(AppContext.BaseDirectory, "Samples", "deals.csv");

    private static Command Replay()
    {
        var file = new Argument<string>("FILE.csv") { Description = "Deals as exported from the Closed Opportunities view: CSV, UTF-8." };
        var json = new Option<bool>("--json") { Description = "Print one JSON object on standard output, and nothing else there." };
        var database = new Option<string?>("--db") { Description = "Keep the org in this file; an interrupted replay goes on where it stopped.", HelpName = "FILE" };
        var export = new Option<string?>("--export") { Description = "Write the roll-ups as the marketer reads them, one row a figure.", HelpName = "FILE.csv" };
        var command = new Command("replay", "Replays your own deals.") { file, json, database, export };
        command.SetAction((parsed, cancellation) => Guarded(() => ReplayCommand.Run(
            new ReplayArguments(parsed.GetValue(file)!, parsed.GetValue(json), parsed.GetValue(database), parsed.GetValue(export)),
            cancellation)));
        return command;
    }

    private static Command Score()
    {
        var file = new Argument<string>("FILE.jsonl") { Description = "Loss reports, UTF-8, one JSON object a line: text, and what is known of remark, contrast, date, role, stage, trigger, grade." };
        var command = new Command("score", "Shows how vague your own loss reports are: one JSON object a line on standard output, a summary beside it.") { file };
        command.SetAction((parsed, cancellation) => Guarded(() => ScoreCommand.Run(parsed.GetValue(file)!, cancellation)));
        return command;
    }

    private static Command Constants()
    {
        var folder = new Argument<string>("DIRECTORY") { Description = "Where the files go: Plugins/CrmExtensions.Plugins/Tables." };
        var command = new Command("constants", "Writes the C# constants of every table.") { folder };
        command.SetAction((parsed, _) => Guarded(() => ConstantsCommand.Run(parsed.GetValue(folder)!)));
        return command;
    }

#pragma warning disable CA1031 // The last resort of a command: a message, never a stack trace.
    private static Task<int> Guarded(Func<int> command)
    {
        try
        {
            return Task.FromResult(command());
        }
        catch (Exception failure) when (failure is DealFileException or ReportFileException or IOException or UnauthorizedAccessException)
        {
            return Task.FromResult(Say(failure.Message));
        }
        catch (Exception failure)
        {
            return Task.FromResult(Say(Words.In($"This should not have happened: {failure.Message}", $"想定外のことが起きました: {failure.Message}")));
        }
    }
#pragma warning restore CA1031

    private static int Say(string message)
    {
        Console.Error.WriteLine(message);
        return Failed;
    }
}
