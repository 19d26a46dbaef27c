using System.Globalization;

namespace CrmExtensions.Closing;

/// <summary>The alternate key that keeps a close from having two interviews (product.md 5.2, wl_closekey).</summary>
public static class CloseKeys
{
    private const string RowPrefix = "oc-";
    private const string StatePrefix = "st-";

    /// <summary>The key of a close that wrote a row.</summary>
    public static string Of(Guid closeId) => RowPrefix + closeId.ToString("D");

    /// <summary>The key of a close that left no row of its own.</summary>
    public static string OfState(Guid opportunityId, int sequence) =>
        StatePrefix + opportunityId.ToString("D") + "-" + sequence.ToString(CultureInfo.InvariantCulture);

    /// <summary>Whether the key belongs to a close that left no row.</summary>
    public static bool IsState(string key) => key.StartsWith(StatePrefix, StringComparison.OrdinalIgnoreCase);

    /// <summary>The close row a key names; empty for a close that left none.</summary>
    public static Guid? CloseIdOf(string key) =>
        key.StartsWith(RowPrefix, StringComparison.OrdinalIgnoreCase) && Guid.TryParse(key.Substring(RowPrefix.Length), out var id) ? id : null;

    /// <summary>Keys compare as the platform's unique index does: without case.</summary>
    public static bool Same(string left, string right) => string.Equals(left, right, StringComparison.OrdinalIgnoreCase);
}
