namespace CrmExtensions.Rollups;

/// <summary>Slices whose cells add up to a total that can be read.</summary>
/// <param name="Members">The slices.</param>
/// <param name="Margin">Of a line of a pair: the slice they add up to, which can be hidden when nobody is left to join; empty where the total always stands.</param>
internal sealed record Family(IReadOnlyList<Slice> Members, Slice? Margin);
