using Microsoft.Crm.Sdk.Messages;

namespace CrmExtensions.Local.Security;

/// <summary>What can be done with a row, as privileges are named.</summary>
internal static class Access
{
    public const string Create = "Create";
    public const string Read = "Read";
    public const string Write = "Write";
    public const string Delete = "Delete";
    public const string Assign = "Assign";
    public const string Append = "Append";
    public const string AppendTo = "AppendTo";
    public const string Share = "Share";

    /// <summary>Each of them as the right that sharing grants.</summary>
    public static IReadOnlyDictionary<string, AccessRights> Rights { get; } = new Dictionary<string, AccessRights>
    {
        [Create] = AccessRights.CreateAccess,
        [Read] = AccessRights.ReadAccess,
        [Write] = AccessRights.WriteAccess,
        [Delete] = AccessRights.DeleteAccess,
        [Assign] = AccessRights.AssignAccess,
        [Append] = AccessRights.AppendAccess,
        [AppendTo] = AccessRights.AppendToAccess,
        [Share] = AccessRights.ShareAccess,
    };
}
