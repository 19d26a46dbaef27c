namespace CrmExtensions.Texts;

/// <summary>The languages we speak, by their locale ids, as the platform names a user's language.</summary>
public enum Language
{
    English = 1033,
    Japanese = 1041,
}
