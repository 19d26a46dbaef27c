using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Framework;

/// <summary>Whether two values of a column are the same to the platform, which keeps an empty text as no value.</summary>
internal static class ColumnValues
{
    public static bool Same(object? left, object? right)
    {
        var one = Plain(left);
        var other = Plain(right);
        return one is List<int> choices && other is List<int> others ? choices.SequenceEqual(others) : Equals(one, other);
    }

    /// <summary>Whether there is a value at all.</summary>
    public static bool IsFilled(object? value) => Plain(value) is not null;

    private static object? Plain(object? value) => value switch
    {
        "" => null,
        OptionSetValue choice => choice.Value,
        OptionSetValueCollection { Count: 0 } => null,
        OptionSetValueCollection choices => choices.Select(choice => choice.Value).OrderBy(choice => choice).ToList(),
        EntityReference reference => reference.Id,
        Money money => money.Value,
        _ => value,
    };
}
