namespace CrmExtensions.Local.Metadata;

/// <summary>How far a privilege reaches, rising.</summary>
public enum AccessLevel
{
    None,
    Basic,
    Local,
    Deep,
    Global,
}
