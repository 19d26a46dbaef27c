using Microsoft.Xrm.Sdk;

namespace CrmExtensions.Framework;

/// <summary>Columns of linked tables, which arrive wrapped and under <c>alias.column</c>.</summary>
internal static class AliasedColumns
{
    public static T? Linked<T>(this Entity row, string alias, string column) =>
        row.GetAttributeValue<AliasedValue>(alias + "." + column)?.Value is T value ? value : default;

    public static int? LinkedChoice(this Entity row, string alias, string column) =>
        row.Linked<OptionSetValue>(alias, column)?.Value;

    /// <summary>The label of a choice of a linked table.</summary>
    public static string? LinkedLabel(this Entity row, string alias, string column) =>
        row.FormattedValues.TryGetValue(alias + "." + column, out var label) ? label : null;
}
