using CrmExtensions.Tables;
using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Framework;

/// <summary>
/// An update of an interview by the server itself. The marker column is secured and in no profile, so that nobody but SYSTEM can
/// set it (architecture.md 4): what carries it may write bookkeeping, what does not may not.
/// </summary>
internal static class ServerWrite
{
    private const string Mark = "server";
    private const string PolicyMark = "policy";

    /// <summary>The same update, marked.</summary>
    public static Entity ByServer(this Entity interview)
    {
        interview[Interview.ServerWrite] = Mark;
        return interview;
    }

    /// <summary>
    /// The same update, marked as a move that a policy makes. The platform updates the state apart from, and after, the
    /// other columns (platform-facts.md 1), so there the mark stands in the row as it was.
    /// </summary>
    public static Entity ByPolicy(this Entity interview)
    {
        interview[Interview.ServerWrite] = PolicyMark;
        return interview;
    }

    public static bool IsIn(Entity target) => target.GetAttributeValue<string>(Interview.ServerWrite) is Mark or PolicyMark;

    public static bool IsByPolicy(Entity before) => before.GetAttributeValue<string>(Interview.ServerWrite) == PolicyMark;
}
