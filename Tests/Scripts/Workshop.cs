namespace CrmExtensions.Tests;

/// <summary>Node.js with the packages of package-lock.json, made ready once: without it the tests say why they did not run.</summary>
internal static class Workshop
{
    private static readonly Version Oldest = new(18, 15);

    private static readonly Lazy<string?> Lack = new(Prepare);

    public static ToolOutput Run(params string[] arguments)
    {
        if (Lack.Value is { } lack)
        {
            Assert.Inconclusive(lack);
        }

        return Tool.Node.Run(arguments)!;
    }

    private static string? Prepare() =>
        Tool.Node.Run("--version") is not { } version ? "Node.js is not installed: on Debian, apt-get install nodejs npm."
        : !Version.TryParse(version.Said.Trim().TrimStart('v'), out var found) || found < Oldest ? $"Node.js {Oldest} or newer is needed, and this is {version.Said.Trim()}."
        : IsInstalled() ? null
        : Tool.Npm.Run("ci", "--no-audit", "--no-fund") is not { } installation ? "npm is not installed: on Debian, apt-get install npm."
        : installation.ExitCode == 0 ? null
        : $"npm ci in Tests/Scripts has failed, so there is nothing to test with. {installation}";

    // npm writes this file last, with what it has installed.
    private static bool IsInstalled()
    {
        var installed = new FileInfo(Path.Combine(Tool.Folder, "node_modules/.package-lock.json"));
        return installed.Exists && installed.LastWriteTimeUtc >= File.GetLastWriteTimeUtc(Path.Combine(Tool.Folder, "package-lock.json"));
    }
}
