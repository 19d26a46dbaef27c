using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using CrmExtensions.Specificity;

namespace CrmExtensions.Local.Scoring;

/// <summary>Texts told before in the same file. There are no owners and no dates in it, so unlike in an org every repetition counts.</summary>
internal sealed class SeenTexts
{
    // Hashes, so that a file of millions of lines fits in memory.
    private readonly HashSet<UInt128> seen = [];

    /// <summary>Whether the text, in its normal form, was told before.</summary>
    public bool Repeats(string? text)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(PlainText.Of(text).Value));
        return !seen.Add(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }
}
