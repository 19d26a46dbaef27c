namespace CrmExtensions.Local.Host;

/// <summary>What the replay command was asked.</summary>
/// <param name="File">The CSV of deals.</param>
/// <param name="Json">Whether standard output is for one JSON object.</param>
/// <param name="Database">The file the org lives in; empty for memory.</param>
/// <param name="Export">Where the roll-ups go; empty for nowhere.</param>
/// <param name="WithInterview">Whether one interview is then led to its end, which changes the org.</param>
internal sealed record ReplayArguments(string File, bool Json = false, string? Database = null, string? Export = null, bool WithInterview = false);
