namespace CrmExtensions.Rollups;

/// <summary>What suppression hides of a slice; counts and money are judged separately (product.md 10).</summary>
public readonly record struct HiddenParts(bool Counts, bool Money);
