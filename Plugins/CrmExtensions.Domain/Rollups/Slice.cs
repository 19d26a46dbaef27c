using System.Security.Cryptography;
using System.Text;
using CrmExtensions.Calendar;

namespace CrmExtensions.Rollups;

/// <summary>One cut of the deals of a period: a dimension and one of its values, or two of each.</summary>
/// <param name="Dimension">What it is cut by.</param>
/// <param name="Value">An id or code in invariant text; empty for "all" and for deals that lack a value (unknown).</param>
/// <param name="Dimension2">Of a pair: what it is cut by within.</param>
/// <param name="Value2">Of a pair: its value there; never unknown.</param>
public readonly record struct Slice(Dimension Dimension, string Value, Dimension Dimension2 = Dimension.All, string Value2 = "")
{
    // By the number of the dimension.
    private static readonly string[] Names =
    [
        "all", "industry", "competitor", "businessunit", "segment", "productline", "stage", "trigger", "reasoncategory", "reason", "valueband", "leadsource", "channel", "closepath", "outcome",
        "sellerreason", "speakerrole",
    ];

    public static Slice All { get; } = new(Dimension.All, "");

    /// <summary>Whether it gathers the deals that have no value for the dimension.</summary>
    public bool IsUnknown => Dimension != Dimension.All && Value.Length == 0;

    /// <summary>Whether two dimensions are cut together.</summary>
    public bool IsPair => Dimension2 != Dimension.All;

    /// <summary>Of a pair: the slice of its first dimension; the total otherwise.</summary>
    public Slice Outer => IsPair ? new Slice(Dimension, Value) : All;

    /// <summary>Of a pair: the slice of its second dimension.</summary>
    public Slice Inner => new(Dimension2, Value2);

    /// <summary>
    /// The alternate key of the slice's row in a period: lower-case hex SHA-256 of grain, start, first and second dimension
    /// with their values (product.md 10). Readable keys could collide, because SQL collations ignore case, and kana type
    /// and width in Japanese organisations.
    /// </summary>
    public string RowKey(Period period)
    {
        var tuple = string.Join("\u001f", period.Key, NameOf(Dimension), Value, NameOf(Dimension2), Value2);
        using var sha = SHA256.Create();
        var hex = new StringBuilder(64);
        foreach (var octet in sha.ComputeHash(Encoding.UTF8.GetBytes(tuple)))
        {
            hex.Append(octet.ToString("x2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return hex.ToString();
    }

    public override string ToString() => Dimension + " " + Value + (IsPair ? ", " + Dimension2 + " " + Value2 : "");

    // Spelled out rather than taken from the enum, so that renaming a member never re-keys stored rows.
    private static string NameOf(Dimension dimension) => Names[(int)dimension];
}
