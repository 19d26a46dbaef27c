using System.Security.Cryptography;
using System.Text;

namespace CrmExtensions.Local.Replay;

/// <summary>Ids made of what they stand for, so that the same file gives the same ids in every run.</summary>
internal static class StableId
{
    public static Guid Of(params ReadOnlySpan<string> parts) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', parts!))).AsSpan(0, 16));
}
