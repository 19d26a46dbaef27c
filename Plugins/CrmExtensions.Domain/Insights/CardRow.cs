namespace CrmExtensions.Insights;

/// <summary>A deal that a card could be mistaken for.</summary>
/// <param name="Customer">Key of its customer; empty for a deal without one, which counts for nobody.</param>
/// <param name="Attributes">As they are, not yet generalised.</param>
public sealed record CardRow(Guid? Customer, CardAttributes Attributes);
