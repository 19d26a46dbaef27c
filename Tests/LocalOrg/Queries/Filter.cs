namespace CrmExtensions.Local.Queries;

/// <summary>A condition, or several joined by and / or.</summary>
internal abstract record Filter;
