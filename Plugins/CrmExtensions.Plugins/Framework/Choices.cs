using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Framework;

/// <summary>Our choices are stored as the publisher's prefix times 10,000 plus the number that product.md gives.</summary>
internal static class Choices
{
    private const int Base = 727_000_000;

    public static OptionSetValue Stored(int offset) => new(Base + offset);

    /// <summary>The number behind a stored choice; empty where none is chosen.</summary>
    public static int? Offset(OptionSetValue? stored) => stored is null ? null : stored.Value - Base;
}
