namespace CrmExtensions.Local.Metadata;

/// <summary>Columns whose values together name one row.</summary>
public sealed record AlternateKey(string Name, string Label, IReadOnlyList<string> Columns);
