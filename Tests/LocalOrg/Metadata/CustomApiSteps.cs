namespace CrmExtensions.Local.Metadata;

/// <summary>Which steps may be registered for a custom API, by the platform's numbers (allowedcustomprocessingsteptype).</summary>
public enum CustomApiSteps
{
    None,
    Asynchronous,
    All,
}
