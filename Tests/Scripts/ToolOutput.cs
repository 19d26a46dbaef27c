namespace CrmExtensions.Tests;

/// <summary>What a program has said, and how it ended.</summary>
internal sealed record ToolOutput(int ExitCode, string Said, string Complained)
{
    public override string ToString() => $"Exit code {ExitCode}\n{Said}\n{Complained}".TrimEnd();
}
