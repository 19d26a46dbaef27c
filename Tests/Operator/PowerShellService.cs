using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace CrmExtensions.Tests;

/// <summary>PowerShell that is started once for many runs: its start takes longer than most scripts.</summary>
[TestClass]
public sealed class PowerShellService
{
    private static readonly ConcurrentBag<Process> Idle = [];

    /// <param name="file">The script.</param>
    /// <param name="words">Its arguments.</param>
    /// <param name="variables">What its environment has otherwise; empty where it lacks one.</param>
    internal static async Task<Outcome> Run(string file, string[] words, IReadOnlyDictionary<string, string?> variables)
    {
        var host = Idle.TryTake(out var idle) ? idle : Start();
        await host.StandardInput.WriteLineAsync(JsonSerializer.Serialize(new { File = file, Words = words, Variables = variables }));
        await host.StandardInput.FlushAsync();
        var line = await host.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromMinutes(2));
        Idle.Add(host);
        return JsonSerializer.Deserialize<Outcome>(line!)!;
    }

    [AssemblyCleanup]
    public static void Stop()
    {
        while (Idle.TryTake(out var host))
        {
            host.StandardInput.Close();
            host.WaitForExit();
            host.Dispose();
        }
    }

    private static Process Start() => Process.Start(new ProcessStartInfo("dotnet", [Shell.Host, "--serve"])
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        StandardInputEncoding = new UTF8Encoding(false),
        StandardOutputEncoding = Encoding.UTF8,
    })!;
}
