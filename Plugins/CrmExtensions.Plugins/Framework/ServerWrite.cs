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

    /// <summary>The same update, marked.</summary>
    public static Entity ByServer(this Entity interview)
    {
        interview[Interview.ServerWrite] = Mark;
        return interview;
    }

    public static bool IsIn(Entity target) => target.GetAttributeValue<string>(Interview.ServerWrite) == Mark;
}
