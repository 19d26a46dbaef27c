namespace CrmExtensions.Tests.Folding;

/// <summary>Byte strings as keys.</summary>
internal sealed class Bytes : IEqualityComparer<byte[]>
{
    public static readonly Bytes Equality = new();

    public static readonly IComparer<byte[]> Order = Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    public bool Equals(byte[]? x, byte[]? y) => x.AsSpan().SequenceEqual(y);

    public int GetHashCode(byte[] obj)
    {
        var hash = new HashCode();
        hash.AddBytes(obj);
        return hash.ToHashCode();
    }
}
