namespace CrmExtensions.Local.Pipeline;

/// <summary>One run of a plug-in that traced something or failed.</summary>
/// <param name="TypeName">The plug-in.</param>
/// <param name="Message">For which message.</param>
/// <param name="Text">What it traced.</param>
/// <param name="Failure">What it threw.</param>
public sealed record TraceEntry(string TypeName, string Message, string Text, Exception? Failure);
