using System.Buffers.Binary;
using System.Security.Cryptography;

namespace CrmExtensions.Local;

/// <summary>
/// Ids that rise with time, so that indexes grow at their end: the process's start, a counter, and a random part that keeps
/// processes apart. Laid out as version 7, but without asking clock and random source each time.
/// </summary>
internal static class RisingIds
{
#pragma warning disable RS0030 // Read once: ids only need to differ between processes and to rise within one.
    private static readonly long Started = new DateTimeOffset(DateTime.UtcNow).ToUnixTimeMilliseconds();
#pragma warning restore RS0030
    private static readonly ulong Process = BinaryPrimitives.ReadUInt64BigEndian(RandomNumberGenerator.GetBytes(8));
    private static long counter;

    public static Guid Next()
    {
        var number = Interlocked.Increment(ref counter);
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteInt64BigEndian(bytes, ((Started + (number >> 12)) << 16) | 0x7000 | (number & 0xFFF));
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], 0x8000_0000_0000_0000 | (Process & 0x3FFF_FFFF_FFFF_FFFF));
        return new Guid(bytes, bigEndian: true);
    }
}
