namespace CrmExtensions.Local.Metadata;

/// <summary>A message of our own, with the plug-in that is its main operation.</summary>
/// <param name="Name">The message.</param>
/// <param name="TypeName">The plug-in class.</param>
/// <param name="Privilege">Who may call it; empty for everybody.</param>
/// <param name="Required">Request parameters that must be given.</param>
/// <param name="Optional">Request parameters that may be.</param>
/// <param name="Properties">Response properties.</param>
public sealed record CustomApi(
    string Name,
    string TypeName,
    string Privilege,
    IReadOnlyList<string> Required,
    IReadOnlyList<string> Optional,
    IReadOnlyList<string> Properties)
{
    /// <summary>Which steps others may register for it.</summary>
    public CustomApiSteps Steps { get; init; }
}
