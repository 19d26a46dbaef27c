namespace CrmExtensions.Tests;

/// <summary>What a script left.</summary>
internal sealed record Answer(int ExitCode, string Output, string Errors);
