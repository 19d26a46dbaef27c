namespace CrmExtensions.Insights;

/// <summary>One spelling of a known name.</summary>
/// <param name="Key">As <see cref="NameKey"/> writes it.</param>
/// <param name="Secret">Whose name it is.</param>
/// <param name="Caution">When its letters are the name.</param>
internal sealed record KnownName(string Key, Secret Secret, Caution Caution);
