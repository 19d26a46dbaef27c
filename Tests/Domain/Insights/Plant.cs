namespace CrmExtensions.Tests;

/// <summary>Something secret in a text, and how to tell that it is still there.</summary>
/// <param name="Written">As it stands in the text.</param>
/// <param name="Secret">Normalised; must not be in the normalised result.</param>
internal sealed record Plant(string Written, string Secret);
