namespace CrmExtensions.Tests;

/// <summary>A script to run, in an environment of its own.</summary>
internal sealed record Errand(string File, IReadOnlyList<string> Words, IReadOnlyDictionary<string, string?> Variables);
