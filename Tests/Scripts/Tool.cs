using System.ComponentModel;
using System.Diagnostics;

namespace CrmExtensions.Tests;

/// <summary>A program of this machine, run in the folder of the script tests.</summary>
internal sealed record Tool(string Program)
{
    public static Tool Node { get; } = new("node");

    public static Tool Npm { get; } = new(OperatingSystem.IsWindows() ? "npm.cmd" : "npm");

    public static string Folder { get; } = Repo.Full("Tests/Scripts");

    /// <summary>Waits for its end. Nothing where the program is not installed.</summary>
    public ToolOutput? Run(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments) { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var complained = process.StandardError.ReadToEndAsync();
            var said = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return new ToolOutput(process.ExitCode, said, complained.GetAwaiter().GetResult());
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
