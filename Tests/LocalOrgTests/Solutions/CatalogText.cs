using System.Collections;
using System.Globalization;
using System.Reflection;
using CrmExtensions.Local.Metadata;

namespace CrmExtensions.Tests;

/// <summary>All that a catalog says, a line each value, in an order that does not depend on the order of files.</summary>
internal static class CatalogText
{
    public static IReadOnlyList<string> Of(Catalog catalog) => [.. Lines("", catalog).Order(StringComparer.Ordinal)];

    private static IEnumerable<string> Lines(string path, object? value) => value switch
    {
        null => [$"{path} -"],
        string or Enum or Guid or bool or int or decimal => [$"{path} {Convert.ToString(value, CultureInfo.InvariantCulture)}"],
        IDictionary pairs => pairs.Keys.Cast<object>().SelectMany(key => Lines($"{path}/{key}", pairs[key])),
        IEnumerable<string> texts => [$"{path} {string.Join(',', texts)}"],
        IEnumerable items => items.Cast<object>().SelectMany((item, place) => Lines($"{path}/{NameOf(item) ?? place.ToString(CultureInfo.InvariantCulture)}", item)),
        _ => Given(value.GetType()).SelectMany(property => Lines($"{path}.{property.Name}", property.GetValue(value))),
    };

    // What follows from the rest has no setter for others.
    private static IEnumerable<PropertyInfo> Given(Type type) => type.GetProperties()
        .Where(property => property.SetMethod?.IsPublic == true || type == typeof(Labels) && property.Name == nameof(Labels.ByLanguage));

    // The name, or the id, where there is one: then the order is of no meaning.
    private static string? NameOf(object item) => new[] { "Id", "Name" }.Select(name => item.GetType().GetProperty(name)?.GetValue(item)?.ToString()).FirstOrDefault(name => name is not null);
}
