namespace CrmExtensions.Local.Metadata;

/// <summary>A one-to-many relationship, by logical names.</summary>
/// <param name="Name">Its schema name.</param>
/// <param name="Referenced">The table pointed to.</param>
/// <param name="Referencing">The table that points.</param>
/// <param name="ReferencingColumn">The lookup.</param>
/// <param name="OnDelete">What deleting the referenced row does.</param>
/// <param name="OnAssign">Which rows change hands with the row they point to.</param>
/// <param name="FollowsShares">Whether sharing the row they point to shares them, those that come later too.</param>
public sealed record Relationship(string Name, string Referenced, string Referencing, string ReferencingColumn, Cascade OnDelete, AssignCascade OnAssign, bool FollowsShares);
