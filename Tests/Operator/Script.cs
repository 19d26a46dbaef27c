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

    // What the variables of whoever runs the tests would bring along is taken out.
    private Dictionary<string, string?> Environment => System.Environment.GetEnvironmentVariables().Keys.Cast<string>()
        .Where(name => Ours.Any(ours => name.StartsWith(ours, StringComparison.Ordinal)))
        .Select(name => (name, Value: (string?)null))
        .Concat(Variables.Select(variable => (name: variable.Key, Value: (string?)variable.Value)))
        .GroupBy(variable => variable.name)
        .ToDictionary(variable => variable.Key, variable => variable.Last().Value);

    public Script With(string variable, string value) => this with { Variables = new Dictionary<string, string>(Variables) { [variable] = value } };

    /// <summary>For this org, signed in by token.</summary>
    internal Script At(Dataverse org) => With("DATAVERSE_URL", org.Url).With("DATAVERSE_TOKEN", Dataverse.Token);

    public async Task<Outcome> Run(params string[] arguments)
    {
        Shell.Demand();
        if (Shell == Shell.PowerShell)
        {
            return await PowerShellService.Run(File, arguments, Environment);
        }

        using var running = Begin(arguments);
        return await Outcome(running);
    }

    /// <summary>As a program of its own, which can be stopped.</summary>
    public Process Begin(params string[] arguments)
    {
        Shell.Demand();
        var start = Shell.Start(File, arguments);
        start.StandardOutputEncoding = start.StandardErrorEncoding = Encoding.UTF8;
        foreach (var (variable, value) in Environment)
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
