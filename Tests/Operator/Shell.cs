using System.Diagnostics;

namespace CrmExtensions.Tests;

/// <summary>What runs the scripts: bash, or PowerShell 7 from its package.</summary>
public sealed record Shell(string Name, string Ending, string Program, IReadOnlyList<string> Options, IReadOnlyList<string> Tools)
{
    /// <summary>Tests/PowerShellHost, built beside these tests.</summary>
    internal static readonly string Host = Path.Combine(AppContext.BaseDirectory, "../../PowerShellHost", new DirectoryInfo(AppContext.BaseDirectory).Name, "PowerShellHost.dll");

    public static Shell Bash { get; } = new("bash", ".sh", "bash", [], ["bash", "curl", "jq"]);

    public static Shell PowerShell { get; } = new("PowerShell", ".ps1", "dotnet", [Host, "-NoProfile", "-NonInteractive", "-File"], ["dotnet"]);

    public static IReadOnlyList<Shell> All { get; } = [Bash, PowerShell];

    public Script Operator => new(this, Repo.Full($"pac-config/operator{Ending}"));

    public Script Deploy => new(this, Repo.Full($"pac-config/deploy{Ending}"));

    /// <summary>Without the tools a test proves nothing, and says so.</summary>
    public void Demand()
    {
        var missing = Tools.Where(tool => !IsInstalled(tool)).ToList();
        if (missing.Count > 0)
        {
            Assert.Inconclusive($"{string.Join(", ", missing)}: not installed. On Debian: apt-get install {string.Join(' ', missing)}");
        }
    }

    public ProcessStartInfo Start(string script, IEnumerable<string> arguments) =>
        new(Program, [.. Options, script, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };

    public override string ToString() => Name;

    private static bool IsInstalled(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Any(folder => File.Exists(Path.Combine(folder, tool)) || File.Exists(Path.Combine(folder, tool + ".exe")));
}
