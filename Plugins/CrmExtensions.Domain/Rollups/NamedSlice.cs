namespace CrmExtensions.Rollups;

/// <summary>A slice with the label people read; the label is no part of its identity.</summary>
public readonly record struct NamedSlice(Slice Slice, string Label);
