namespace CrmExtensions.Local.Metadata;

/// <summary>A many-to-many relationship, by logical names; its rows live in the intersect table.</summary>
public sealed record Intersection(string Name, string First, string Second, string Table);
