namespace CrmExtensions.Local.Scoring;

/// <summary>Ends the reading of one line; caught where the line began.</summary>
#pragma warning disable CA1032, CA1064 // Never leaves this folder, and is nothing without its property.
internal sealed class ReportFieldException(string property, string reason) : Exception(reason)
#pragma warning restore CA1032, CA1064
{
    /// <summary>Which property is wrong; empty for the line as a whole.</summary>
    public string Property { get; } = property;
}
