namespace CrmExtensions.Local.Metadata;

/// <summary>A column security profile: what its members may do with secured columns, named <c>table.column</c>.</summary>
public sealed record ColumnProfile(Guid Id, string Name, IReadOnlySet<string> Readable, IReadOnlySet<string> Creatable, IReadOnlySet<string> Writable);
