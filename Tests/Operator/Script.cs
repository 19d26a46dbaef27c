using System.Diagnostics;
using System.Text;
using CrmExtensions.Tests.StandIn;

namespace CrmExtensions.Tests;

/// <summary>One of the scripts, with what it is told by its environment.</summary>
public sealed record Script(Shell Shell, string File)
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    private static readonly string[] Ours = ["DATAVERSE_", "LC_", "LANG"];

    public IReadOnlyDictionary<string, string> Variables { get; init; } = new Dictionary<string, string> { ["LANG"] = "C.UTF-8" };

    public Script With(string variable, string value) => this with { Variables = new Dictionary<string, string>(Variables) { [variable] = value } };

    /// <summary>For this org, signed in by token.</summary>
    internal Script At(Dataverse org) => With("DATAVERSE_URL", org.Url).With("DATAVERSE_TOKEN", Dataverse.Token);

    public async Task<Outcome> Run(params string[] arguments)
    {
        using var running = Begin(arguments);
        return await Outcome(running);
    }

    public Process Begin(params string[] arguments)
    {
        Shell.Demand();
        var start = Shell.Start(File, arguments);
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        foreach (var variable in start.Environment.Keys.Where(name => Ours.Any(ours => name.StartsWith(ours, StringComparison.Ordinal))).ToList())
        {
            start.Environment.Remove(variable);
        }

        foreach (var (variable, value) in Variables)
        {
            start.Environment[variable] = value;
        }

        var running = Process.Start(start)!;
        running.StandardInput.Close();
        return running;
    }

    /// <summary>What has become of one that was begun.</summary>
    public static async Task<Outcome> Outcome(Process running)
    {
        var (output, errors) = (running.StandardOutput.ReadToEndAsync(), running.StandardError.ReadToEndAsync());
        using var limit = new CancellationTokenSource(Longest);
        try
        {
            await running.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            running.Kill(entireProcessTree: true);
            Assert.Fail($"The script has not ended.\n{await output}\n{await errors}");
        }

        return new Outcome(running.ExitCode, await output, await errors);
    }
}
