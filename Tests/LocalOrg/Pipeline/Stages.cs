namespace CrmExtensions.Local.Pipeline;

/// <summary>The platform's stage numbers.</summary>
internal static class Stages
{
    public const int PreValidation = 10;
    public const int PreOperation = 20;
    public const int MainOperation = 30;
    public const int PostOperation = 40;
}
