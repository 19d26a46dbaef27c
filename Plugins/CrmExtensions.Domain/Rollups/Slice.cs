using System.Security.Cryptography;
using System.Text;
using CrmExtensions.Calendar;

namespace CrmExtensions.Rollups;

/// <summary>One cut of the deals of a period: a dimension and one of its values.</summary>
/// <param name="Dimension">What it is cut by.</param>
/// <param name="Value">An id or code in invariant text; empty for "all" and for deals that lack a value (unknown).</param>
public readonly record struct Slice(Dimension Dimension, string Value)
{
    public static Slice All { get; } = new(Dimension.All, "");

    /// <summary>Whether it gathers the deals that have no value for the dimension.</summary>
    public bool IsUnknown => Dimension != Dimension.All && Value.Length == 0;

    /// <summary>
    /// The alternate key of the slice's row in a period: lower-case hex SHA-256 of grain, start, first and second dimension
    /// with their values (product.md 10). Readable keys could collide, because SQL collations ignore case, and kana type
    /// and width in Japanese organisations.
    /// </summary>
    public string RowKey(Period period)
    {
        var tuple = string.Join("\u001f", period.Key, NameOf(Dimension), Value, NameOf(Dimension.All), "");
        using var sha = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (var octet in sha.ComputeHash(Encoding.UTF8.GetBytes(tuple)))
        {
            hex.Append(octet.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }

    // Spelled out rather than taken from the enum, so that renaming a member never re-keys stored rows.
    private static string NameOf(Dimension dimension) => dimension switch
    {
        Dimension.All => "all",
        Dimension.Industry => "industry",
        Dimension.Competitor => "competitor",
        _ => "businessunit",
    };
}
