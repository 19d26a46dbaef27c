namespace CrmExtensions.Local.Queries;

/// <summary>A condition on related rows. Which, is the link's kind.</summary>
internal sealed record LinkFilter(Link Link) : Filter;
