namespace CrmExtensions.Tests.StandIn;

/// <summary>A row: values by the names of properties, lookups under the names that read their ids.</summary>
internal sealed class Row(Table table, Guid id)
{
    private readonly Dictionary<string, object?> values = new() { [table.Id] = id };

    public Table Table { get; } = table;

    public Guid Id { get; } = id;

    public object? this[string property]
    {
        get => values.GetValueOrDefault(property);
        set => values[property] = value;
    }

    public string? Text(string property) => (string?)this[property];

    /// <summary>All of it, in a fixed order: what two orgs are compared by.</summary>
    public override string ToString() => $"{Table.Name} {Id}: " + string.Join(", ", values.Where(value => value.Value is not null).OrderBy(value => value.Key, StringComparer.Ordinal).Select(value => $"{value.Key}={value.Value}"));
}
