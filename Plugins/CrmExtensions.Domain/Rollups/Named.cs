namespace CrmExtensions.Rollups;

/// <summary>A dimension's value (an id or code in invariant text) with the label people read.</summary>
public sealed record Named(string Value, string Label);
