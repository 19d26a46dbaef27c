using System.Security.Cryptography;
using System.Text;

namespace CrmExtensions.Local.Security;

/// <summary>Ids of privileges: the documented ones, others made of the name, since every org has its own.</summary>
internal static class PrivilegeIds
{
    public static Guid Of(string privilege) => Documented.TryGetValue(privilege, out var known)
        ? known
        : new Guid(SHA256.HashData(Encoding.UTF8.GetBytes(privilege.ToLowerInvariant())).AsSpan(0, 16));

    // PD/bypass-custom-business-logic.md.
    private static Dictionary<string, Guid> Documented { get; } = new(StringComparer.OrdinalIgnoreCase)
    {
        ["prvBypassCustomBusinessLogic"] = new("0ea552b0-a491-4470-9a1b-82068deccf66"),
        ["prvBypassCustomPlugins"] = new("148a9eaf-d0c4-4196-9852-c3a38e35f6a1"),
    };
}
