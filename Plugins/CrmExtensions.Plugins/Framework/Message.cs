namespace CrmExtensions.Framework;

/// <summary>Messages we register for or meet, in the platform's spelling.</summary>
internal static class Message
{
    public const string Create = "Create";
    public const string Update = "Update";
    public const string Delete = "Delete";
    public const string Win = "Win";
    public const string Lose = "Lose";
    public const string Restore = "Restore";
    public const string Merge = "Merge";
    public const string SetState = "SetState";
    public const string SetStateDynamicEntity = "SetStateDynamicEntity";
}
