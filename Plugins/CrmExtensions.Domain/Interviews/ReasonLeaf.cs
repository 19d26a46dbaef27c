namespace CrmExtensions.Interviews;

/// <summary>A reason of the taxonomy, as far as requirements look at it (product.md 5.4).</summary>
/// <param name="Code">Its code, Z1 for example.</param>
/// <param name="RequiresDetail">Whether it says nothing without words of its own (Other).</param>
/// <param name="IsPrice">Whether it is about price or terms.</param>
public sealed record ReasonLeaf(string Code, bool RequiresDetail, bool IsPrice);
