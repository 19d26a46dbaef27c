namespace CrmExtensions.Specificity;

/// <summary>One element of a score.</summary>
/// <param name="Element">Which one.</param>
/// <param name="Points">What it adds; below zero for what it takes.</param>
/// <param name="Of">What it adds or takes at most; zero where it cannot be had, as evidence of a hearing that was waived.</param>
/// <param name="IsMet">Whether its condition holds, even where it adds nothing because nothing was told.</param>
public sealed record ElementScore(Element Element, int Points, int Of, bool IsMet);
