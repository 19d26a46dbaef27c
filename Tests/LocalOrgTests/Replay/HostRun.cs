using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CrmExtensions.Tests;

/// <summary>One run of the host as a user starts it: a process, its exit code, and all it printed.</summary>
internal sealed record HostRun(int ExitCode, string Output, string Error)
{
    public JsonElement Json => JsonDocument.Parse(Output).RootElement;

    public static async Task<HostRun> Of(params string[] arguments)
    {
        using var process = Start(arguments);
        return await Ended(process).ConfigureAwait(false);
    }

    /// <summary>Starts the host; the caller ends it.</summary>
    public static Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "LocalOrg.dll"));
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment["LC_ALL"] = "en_US.UTF-8";
        return Process.Start(start)!;
    }

    public static async Task<HostRun> Ended(Process process)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync().ConfigureAwait(false);
        return new HostRun(process.ExitCode, await output.ConfigureAwait(false), await error.ConfigureAwait(false));
    }
}
