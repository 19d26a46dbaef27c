namespace CrmExtensions.Rollups;

/// <summary>Slices whose cells add up to a total that can be read.</summary>
/// <param name="Members">The slices.</param>
/// <param name="Margin">Of a line of a pair: the slice they add up to, which can be hidden when nobody is left to join; empty where the total always stands.</param>
/// <param name="AddsUp">False for a line that lacks deals without the other value, when nothing tells how many those are.</param>
internal sealed record Family(IReadOnlyList<Slice> Members, Slice? Margin, bool AddsUp = true);
