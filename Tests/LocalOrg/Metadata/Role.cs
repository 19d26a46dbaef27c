namespace CrmExtensions.Local.Metadata;

/// <summary>A security role: privileges by name.</summary>
public sealed record Role(Guid Id, string Name, IReadOnlyDictionary<string, AccessLevel> Privileges);
