namespace CrmExtensions.Specificity;

/// <summary>How specific a testimony is, and why.</summary>
/// <param name="Score">0-100.</param>
/// <param name="Band">The band of the score.</param>
/// <param name="Elements">Every element, in the order of their ids; their points add up to the score before it is held within its bounds.</param>
/// <param name="IsPlaceholder">Whether nothing was told at all (なし, n/a), which scores zero whatever else is known.</param>
public sealed record SpecificityScore(int Score, Band Band, IReadOnlyList<ElementScore> Elements, bool IsPlaceholder)
{
    /// <summary>What could still be earned; <see cref="Questions"/> has the question for each.</summary>
    public IEnumerable<Element> Missing => Elements.Where(element => element.Of > 0 && !element.IsMet).Select(element => element.Element);
}
